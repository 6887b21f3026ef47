package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.Insertions.Insertion;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * Walks a data set once and notes what a profile changes in it, at every depth. Values are looked at only where a rule
 * needs them; pixel data is skipped. Used once, by one thread.
 */
public final class EditPlanner {

    /** What the result is for. */
    public enum Purpose {
        /** A whole anonymous object: marked, with SOP, series and study UIDs in every case. */
        ARCHIVE,
        /** A file that loses what the profile names, and gets nothing. */
        REMOVAL_ONLY
    }

    private static final Set<Integer> OBJECT_UIDS =
            Set.of(Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID);
    private static final Set<Integer> MARKS = Set.of(
            Tags.PatientIdentityRemoved,
            Tags.DeidentificationMethod,
            Tags.DeidentificationMethodCodeSequence,
            Tags.LongitudinalTemporalInformationModified);
    private static final byte[] NO_VALUE = {};

    private final DataSetReader reader;
    private final Profile profile;
    private final Purpose purpose;
    private final RuleSet rules;
    private final Plan plan;
    private final Deque<Integer> sequences = new ArrayDeque<>();
    private Frame frame;
    private @Nullable Insertions insertions;

    private EditPlanner(DataSetReader reader, Profile profile, Purpose purpose, long maxRemovedBytes) {
        this.reader = reader;
        this.profile = profile;
        this.purpose = purpose;
        this.rules = profile.rulesFor(ObjectFacts.NONE);
        this.plan = new Plan(maxRemovedBytes);
        this.frame = new Frame(null, 0, 0, Frame.UNDEFINED, encoder(), -1);
    }

    /**
     * Reads the data set to its end.
     *
     * @param maxRemovedBytes most that may be removed or changed; more is {@code LIMIT_EXCEEDED}
     */
    public static Plan plan(DataSetReader reader, Profile profile, Purpose purpose, long maxRemovedBytes)
            throws IOException {
        EditPlanner planner = new EditPlanner(reader, profile, purpose, maxRemovedBytes);
        planner.walk();
        return planner.plan;
    }

    private void walk() throws IOException {
        for (Token token = reader.next(); token != null; token = reader.next()) {
            switch (token) {
                case ELEMENT -> element();
                case SEQUENCE_START -> sequence();
                case FRAGMENTS_START -> fragments();
                case ITEM_START -> enter(reader.lengthIsDefined() ? reader.length() : Frame.UNDEFINED, frame);
                case ITEM_END -> leave();
                case SEQUENCE_END -> {
                    leave();
                    sequences.pop();
                }
                case FRAGMENT, FRAGMENTS_END -> {}
            }
        }
        for (Insertion next = insertions().poll();
                next != null;
                next = insertions().poll()) {
            insert(next, reader.position());
        }
    }

    private void element() throws IOException {
        int tag = reader.tag();
        byte[] captured = capture();
        Frame place = place(tag);
        if (Tag.isGroupLength(tag) && profile.unlisted() == Unlisted.KEEP) {
            groupLength();
            return;
        }
        Rule rule = rule(tag, false);
        if (rule.action() == Action.KEEP) {
            return;
        }
        if (rule.action() == Action.REMOVE) {
            change(place, reader.headerOffset(), reader.endOffset(), Replacement.NOTHING);
            return;
        }
        boolean filled = rule.action() == Action.PATIENT_PSEUDONYM && depth() == 0;
        if (reader.length() == 0 && !filled) {
            return;
        }
        byte[] value = captured;
        if (value == null) {
            value = needsValue(rule.action(), tag) ? reader.value() : NO_VALUE;
        }
        if (rule.action() == Action.KEEP_TIME && !Replacements.isTime(value)) {
            rule = rule.fallback();
        }
        Element element = new Element(tag, reader.vr(), depth(), encoder(), value);
        change(place, reader.headerOffset(), reader.endOffset(), Replacements.of(rule, element, plan.identity()));
    }

    private boolean needsValue(Action action, int tag) {
        return switch (action) {
            case REPLACE_UID, HOSPITAL_UID, SHIFT_DATE, KEEP_TIME, PATIENT_PSEUDONYM, NUMBER_PSEUDONYM -> true;
            case DUMMY, HASH, TRUNCATE_DATE, CAP_AGE, CLEAN_TEXT, PROCESS, SET, QUARANTINE ->
                reader.vr() == Vr.UI || Dictionary.standard().vr(tag) == Vr.UI;
            case KEEP, REMOVE, EMPTY, REQUIRE -> false;
            case REMOVE_OR_EMPTY, REMOVE_OR_DUMMY, EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_DUMMY, REMOVE_EMPTY_OR_UIDS ->
                throw new IllegalArgumentException("A rule set resolves what depends on the type");
        };
    }

    private void sequence() throws IOException {
        int tag = reader.tag();
        Frame place = place(tag);
        Action action = rule(tag, true).action();
        sequences.push(tag);
        if (action != Action.REMOVE && action != Action.EMPTY) {
            enter(reader.lengthIsDefined() ? reader.length() : Frame.UNDEFINED, place);
            return;
        }
        long start = reader.headerOffset();
        EditContent content = content();
        byte[] empty = action == Action.EMPTY ? encoder().sequence(tag, Set.of()) : NO_VALUE;
        skipContent();
        sequences.pop();
        plan.add(new Change(place, start, reader.endOffset() - start, content, substitutes -> empty));
    }

    private void fragments() throws IOException {
        int tag = reader.tag();
        Frame place = place(tag);
        if (rule(tag, false).action() == Action.KEEP) {
            return;
        }
        long start = reader.headerOffset();
        EditContent content = content();
        skipContent();
        plan.add(new Change(place, start, reader.endOffset() - start, content, Replacement.NOTHING));
    }

    private void skipContent() throws IOException {
        int open = 1;
        while (open > 0) {
            Token token = reader.next();
            if (token == null) {
                throw new DicomFormatException(
                        DicomProblem.TRUNCATED, "the data set ends in a sequence", -1, reader.position());
            }
            switch (token) {
                case SEQUENCE_START -> {
                    sequences.push(reader.tag());
                    open++;
                }
                case FRAGMENTS_START -> open++;
                case SEQUENCE_END -> {
                    open--;
                    if (open > 0) {
                        sequences.pop();
                    }
                }
                case FRAGMENTS_END -> open--;
                case ELEMENT -> capture();
                case ITEM_START, ITEM_END, FRAGMENT -> {}
            }
        }
    }

    /** Takes note of an identifying value, and returns it if it was read. */
    private byte @Nullable [] capture() throws IOException {
        int parent = sequences.isEmpty() ? 0 : sequences.peek();
        if (!plan.identity().wants(reader.tag(), depth(), parent, reader.length())) {
            return null;
        }
        byte[] value = reader.value();
        plan.identity().add(reader.tag(), depth(), value);
        return value;
    }

    private Rule rule(int tag, boolean asSequence) {
        if (purpose == Purpose.ARCHIVE && depth() == 0) {
            if (MARKS.contains(tag) && isMarked(tag)) {
                return Rule.of(Action.REMOVE, "mark");
            }
            if (OBJECT_UIDS.contains(tag) && judged(tag, asSequence).action() == Action.REMOVE) {
                return Rule.of(Action.REPLACE_UID, "object UID");
            }
        }
        return judged(tag, asSequence);
    }

    private Rule judged(int tag, boolean asSequence) {
        int parent = sequences.isEmpty() ? 0 : sequences.peek();
        return rules.rule(tag, "", reader.vr(), depth(), parent, asSequence);
    }

    /** Whether the profile writes this mark itself, so that one from before must go. */
    private boolean isMarked(int tag) {
        Marks marks = profile.marks();
        return switch (tag) {
            case Tags.PatientIdentityRemoved, Tags.DeidentificationMethod ->
                !marks.method().isEmpty();
            case Tags.DeidentificationMethodCodeSequence -> !marks.codes().isEmpty();
            default -> !marks.temporal().isEmpty();
        };
    }

    /** What grows or shrinks with the current element; inserts what belongs before it. */
    private Frame place(int tag) {
        if (depth() == 0) {
            for (Insertion next = insertions().pollBefore(tag);
                    next != null;
                    next = insertions().pollBefore(tag)) {
                insert(next, reader.headerOffset());
            }
            insertions().met(tag);
        }
        return frame.forGroup(Tag.group(tag));
    }

    private void insert(Insertion insertion, long offset) {
        Frame place = frame.forGroup(Tag.group(insertion.tag()));
        plan.add(new Change(place, offset, 0, content(), insertion.replacement()));
    }

    /** In the encoding that the first element has, which may be another than the file claims. */
    private Insertions insertions() {
        Insertions known = insertions;
        if (known == null) {
            known = Insertions.of(profile, purpose, encoder());
            insertions = known;
        }
        return known;
    }

    private void groupLength() throws IOException {
        if (reader.length() != Integer.BYTES) {
            return;
        }
        ByteOrder order = reader.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(reader.value()).order(order).getInt());
        int group = Tag.group(reader.tag());
        Frame open = new Frame(frame, depth(), reader.valueOffset(), length, encoder(), group);
        plan.add(open);
        frame.openGroup = open;
    }

    private void enter(long length, Frame parent) {
        frame = new Frame(parent, depth(), reader.lengthFieldOffset(), length, encoder(), -1);
        plan.add(frame);
    }

    private void leave() {
        Frame parent = frame.parent;
        while (parent != null && parent.group >= 0) {
            parent = parent.parent;
        }
        if (parent == null) {
            throw new IllegalStateException("The reader ended a sequence that it had not begun");
        }
        frame = parent;
    }

    private void change(Frame place, long start, long end, Replacement replacement) {
        plan.add(new Change(place, start, end - start, content(), replacement));
    }

    private int depth() {
        return sequences.size();
    }

    private ElementEncoder encoder() {
        return new ElementEncoder(reader.explicitVr(), reader.bigEndian());
    }

    private EditContent content() {
        return EditContent.elements(reader.explicitVr(), reader.bigEndian());
    }
}
