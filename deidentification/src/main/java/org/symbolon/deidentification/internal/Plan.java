package org.symbolon.deidentification.internal;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What {@link EditPlanner} found: the identity of the object, and the changes, which need pseudonyms to become edits. */
public final class Plan {
    private final long maxRemovedBytes;
    private final IdentityAttributes identity = new IdentityAttributes();
    private final List<Change> changes = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private long removedBytes;

    Plan(long maxRemovedBytes) {
        this.maxRemovedBytes = maxRemovedBytes;
    }

    public IdentityAttributes identity() {
        return identity;
    }

    /** The edits, sorted and joined; to be called once. */
    public List<Edit> edits(Substitutes substitutes) {
        List<Edit> edits = new ArrayList<>(changes.size());
        for (Change change : changes) {
            byte[] bytes = change.replacement().bytes(substitutes);
            if (bytes != null) {
                edits.add(new Edit(change.offset(), change.length(), bytes, change.content(), change.frame().depth));
                change.frame().grow(bytes.length - change.length());
            }
        }
        for (Frame frame : frames) {
            if (frame.lengthChanges()) {
                byte[] length = frame.encoder.number(frame.newLength());
                edits.add(new Edit(frame.lengthOffset, length.length, length, EditContent.LENGTH_FIELD, frame.depth));
            }
        }
        return Edit.normalise(edits);
    }

    void add(Change change) {
        removedBytes += change.length();
        if (removedBytes > maxRemovedBytes) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "De-identification would remove more than " + maxRemovedBytes + " bytes of this object");
        }
        changes.add(change);
    }

    void add(Frame frame) {
        frames.add(frame);
    }
}
