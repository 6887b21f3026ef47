package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.Insertions.Insertion;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;

/**
 * Where the walk over a data set stands: the cursor, the sequences around it, what has a length that may change, and the plan as
 * far as it goes. Owned by one {@link EditPlanner}.
 */
final class PlanState {
    final PlanRequest request;
    final Plan plan;
    /** What is read now: the data set, or a sequence that hides in it. */
    Cursor at;
    /** The innermost item, or the data set; between items, their sequence. */
    Frame frame;

    private final ElementRules rules;
    private final Deque<Integer> sequences = new ArrayDeque<>();
    private @Nullable Insertions insertions;

    PlanState(Cursor dataSet, PlanRequest request) {
        this.request = request;
        this.rules = new ElementRules(request);
        this.plan = new Plan(request);
        this.at = dataSet;
        this.frame = new Frame(null, 0, 0, Frame.UNDEFINED, dataSet.encoder(), -1);
    }

    int depth() {
        return sequences.size();
    }

    /** The innermost sequence, 0 at the top. */
    int parentTag() {
        Integer parent = sequences.peek();
        return parent == null ? 0 : parent;
    }

    /** The element of the top level that is here, or is around what is here. */
    int topTag() {
        Integer top = sequences.peekLast();
        return top == null ? at.tag() : top;
    }

    /** The profile's rule for what the cursor stands on. */
    Rule rule(boolean asSequence) {
        return rules.rule(at, depth(), parentTag(), frame, asSequence);
    }

    Element element(byte[] value) {
        return new Element(at.tag(), at.vr(), depth(), at.encoder(), frame.characterSets(), value);
    }

    /** Something of the private block that the tag belongs to stays. */
    void useBlock(int tag) {
        if (Tag.isPrivate(tag)) {
            frame.useBlock(Tag.creatorOf(tag));
        }
    }

    void change(Frame place, Rule rule, Replacement replacement) {
        change(place, at.headerOffset(), at.endOffset(), rule, replacement);
    }

    void change(Frame place, long start, long end, Rule rule, Replacement replacement) {
        plan.add(new Change(place, start, end - start, at.content(), topTag(), rule, replacement));
    }

    void enterSequence(int tag, Frame place) {
        sequences.push(tag);
        enter(place);
    }

    void enter(Frame parent) {
        frame = new Frame(parent, depth(), at.lengthFieldOffset(), at.definedLength(), at.encoder(), -1);
        plan.add(frame);
    }

    void leaveSequence() {
        leave();
        sequences.pop();
    }

    void leave() {
        Frame parent = frame.parent;
        while (parent != null && parent.group >= 0) {
            parent = parent.parent;
        }
        if (parent == null) {
            throw new IllegalStateException("The reader ended a sequence that it had not begun");
        }
        frame = parent;
    }

    /** To the end of the sequence, item or fragments that has just begun; takes note of what goes with it. */
    void skip() throws IOException {
        Frame outside = frame;
        int open = 1;
        while (open > 0) {
            switch (at.nextInside()) {
                case SEQUENCE_START -> {
                    sequences.push(at.tag());
                    open++;
                }
                case SEQUENCE_END -> {
                    open--;
                    if (open > 0) {
                        sequences.pop();
                    }
                }
                case ITEM_START -> {
                    frame = new Frame(frame, depth(), 0, Frame.UNDEFINED, at.encoder(), -1);
                    open++;
                }
                case ITEM_END -> {
                    open--;
                    frame = open > 0 && frame.parent != null ? frame.parent : frame;
                }
                case FRAGMENTS_START -> open++;
                case FRAGMENTS_END -> open--;
                case ELEMENT -> {
                    noteCharacterSet();
                    noteIdentity();
                    noteRemoved();
                }
                case FRAGMENT -> {}
            }
        }
        frame = outside;
    }

    /** A sequence or fragments that go: as {@link #skip} from their start. */
    void skipContainer(int tag) throws IOException {
        sequences.push(tag);
        skip();
        sequences.pop();
    }

    void noteCharacterSet() throws IOException {
        if (at.tag() == Tags.SpecificCharacterSet && at.fitsInMemory()) {
            frame.setCharacterSets(CharacterSets.terms(at.value()));
        }
    }

    void noteIdentity() throws IOException {
        IdentityAttributes identity = plan.identity();
        if (identity.wants(at.tag(), depth(), parentTag(), at.length())) {
            identity.add(at.tag(), depth(), at.value());
        }
        if (depth() == 0 && request.facts().misses(at.tag(), at.length())) {
            plan.factMissed();
        }
    }

    void noteRemoved() throws IOException {
        if (plan.removed().wants(at.vr(), at.length())) {
            plan.removed().add(at.tag(), at.vr(), at.value(), frame.characterSets());
        }
    }

    /** What grows or shrinks with the current element; inserts what belongs before it. */
    Frame place(int tag) {
        if (depth() == 0) {
            for (Insertion next = insertions().pollBefore(tag);
                    next != null;
                    next = insertions().pollBefore(tag)) {
                insert(next, at.headerOffset());
            }
            insertions().met(tag);
        }
        return frame.forGroup(Tag.group(tag));
    }

    /** What belongs behind the last element. */
    void insertRest() {
        for (Insertion next = insertions().poll();
                next != null;
                next = insertions().poll()) {
            insert(next, at.position());
        }
    }

    private void insert(Insertion insertion, long offset) {
        Frame place = frame.forGroup(Tag.group(insertion.tag()));
        plan.add(
                new Change(place, offset, 0, at.content(), insertion.tag(), insertion.rule(), insertion.replacement()));
    }

    /** In the encoding that the first element has, which may be another than the file claims. */
    private Insertions insertions() {
        Insertions known = insertions;
        if (known == null) {
            known = Insertions.of(request, at.encoder());
            insertions = known;
        }
        return known;
    }

    /** A retired group length that stays: the length of its group may change. */
    void openGroup() throws IOException {
        if (at.length() != Integer.BYTES) {
            return;
        }
        ByteOrder order = at.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long length =
                Integer.toUnsignedLong(ByteBuffer.wrap(at.value()).order(order).getInt());
        Frame open = new Frame(frame, depth(), at.valueOffset(), length, at.encoder(), Tag.group(at.tag()));
        plan.add(open);
        frame.openGroup = open;
    }

    /** Reads the sequence that hides in the current value, and calls back for each token in it but its start. */
    void within(Cursor hidden, TokenHandler handler) throws IOException {
        Cursor around = at;
        enterSequence(at.tag(), frame.forGroup(Tag.group(at.tag())));
        int nested = depth();
        at = hidden;
        at.nextInside();
        while (depth() >= nested) {
            handler.handle(at.nextInside());
        }
        at = around;
    }

    /** Does what a token asks for. */
    @FunctionalInterface
    interface TokenHandler {
        void handle(Token token) throws IOException;
    }
}
