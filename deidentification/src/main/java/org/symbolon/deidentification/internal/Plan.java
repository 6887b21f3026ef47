package org.symbolon.deidentification.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.deidentification.ChangeSummary;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/** What {@link EditPlanner} found: the identity of the object, and the changes, which need pseudonyms to become edits. */
public final class Plan {
    private final long maxRemovedBytes;
    private final IdentityAttributes identity;
    private final DirectoryLinks links;
    private final PixelChanges pixelRule;
    private final Map<Integer, Rule> objectUids = new HashMap<>();
    private final RemovedValues removed = new RemovedValues();
    private final List<Change> changes = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private PixelChanges pixels = PixelChanges.NONE;
    private long removedBytes;
    private boolean factMissed;

    Plan(PlanRequest request) {
        this.maxRemovedBytes = request.maxRemovedBytes();
        this.identity = new IdentityAttributes(request.purpose());
        this.links = new DirectoryLinks(request.extras());
        this.pixelRule = request.pixels();
    }

    public IdentityAttributes identity() {
        return identity;
    }

    public RemovedValues removed() {
        return removed;
    }

    /** What was decided about the pixels. */
    public PixelChanges pixelChanges() {
        return pixelRule;
    }

    /** What a UID of the top level becomes. */
    public String newUid(int tag, Substitutes substitutes) {
        String uid = identity.text(tag);
        Rule rule = objectUids.get(tag);
        if (rule == null || Uid.isRegistered(uid)) {
            return uid;
        }
        return switch (rule.action()) {
            case KEEP, REQUIRE -> uid;
            case HOSPITAL_UID -> substitutes.hospitalUid(uid);
            case HASH -> Replacements.isByProject(rule) ? substitutes.uid(uid) : substitutes.hospitalUid(uid);
            default -> substitutes.uid(uid);
        };
    }

    void noteUid(int tag, Rule rule) {
        objectUids.putIfAbsent(tag, rule);
    }

    DirectoryLinks links() {
        return links;
    }

    /** Whether the rules were chosen without something that the data set holds out of order. */
    public boolean missedFact() {
        return factMissed;
    }

    void factMissed() {
        factMissed = true;
    }

    /**
     * The edits, sorted and joined; to be called once.
     *
     * @param summary gets what happened by which rule
     */
    public List<Edit> edits(Substitutes substitutes, ChangeSummary.Builder summary) {
        List<Edit> edits = new ArrayList<>(changes.size());
        List<Change> late = new ArrayList<>(0);
        for (Change change : changes) {
            if (change.replacement() instanceof SealedOriginals) {
                late.add(change);
            } else if (carryOut(change, substitutes, edits)) {
                summary.add(change.rule());
            }
        }
        if (!late.isEmpty()) {
            Set<Integer> changed = changedTags(edits);
            for (Change change : late) {
                ((SealedOriginals) change.replacement()).seal(changed);
                carryOut(change, substitutes, edits);
                summary.add(change.rule());
            }
        }
        edits.addAll(pixels.edits());
        if (!pixels.edits().isEmpty()) {
            summary.add(ElementRules.pixelRule(pixels, Action.SET));
        }
        for (Frame frame : frames) {
            if (frame.lengthChanges()) {
                byte[] length = frame.encoder.number(frame.newLength());
                edits.add(new Edit(frame.lengthOffset, length.length, length, EditContent.LENGTH_FIELD, frame.depth));
            }
        }
        return links.follow(Edit.normalise(edits));
    }

    /** Tags of the top level of all elements that the edits change or remove. */
    private Set<Integer> changedTags(List<Edit> edits) {
        Set<Long> offsets = new HashSet<>();
        edits.forEach(edit -> offsets.add(edit.offset()));
        Set<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
        for (Change change : changes) {
            if (change.length() > 0 && offsets.contains(change.offset())) {
                tags.add(change.topTag());
            }
        }
        return tags;
    }

    private static boolean carryOut(Change change, Substitutes substitutes, List<Edit> edits) {
        byte[] bytes = change.replacement().bytes(substitutes);
        if (bytes == null) {
            return false;
        }
        edits.add(new Edit(change.offset(), change.length(), bytes, change.content(), change.frame().depth));
        change.frame().grow(bytes.length - change.length());
        return true;
    }

    void add(Change change) {
        countRemoved(change.length());
        changes.add(change);
    }

    private void countRemoved(long bytes) {
        removedBytes += bytes;
        if (removedBytes > maxRemovedBytes) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "De-identification would remove more than " + maxRemovedBytes + " bytes of this object");
        }
    }

    void add(Frame frame) {
        frames.add(frame);
    }

    /** The pixel data stays, with what blanking changes in it. */
    void keepPixels(Frame place, PixelChanges blanked) {
        pixels = blanked;
        place.grow(blanked.growth());
    }
}
