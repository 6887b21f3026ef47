package org.symbolon.record;

import java.util.function.Supplier;

/**
 * A stretch of a record that speaks of one patient: the messages of a batch, the entries of a bundle; of any other record the
 * whole. Immutable and thread-safe.
 */
public final class RecordPart {
    private final int start;
    private final Once<RecordIdentity> identity;
    private final boolean common;
    private final String doubt;

    /**
     * @param start offset of its first byte; it reaches to the next part
     * @param identity whom it speaks of; called once at most
     */
    public RecordPart(int start, Supplier<RecordIdentity> identity) {
        this(start, new Once<>(identity), false, "");
    }

    private RecordPart(int start, Once<RecordIdentity> identity, boolean common, String doubt) {
        this.start = start;
        this.identity = identity;
        this.common = common;
        this.doubt = doubt;
    }

    /** A further stretch that speaks of the same patient. */
    public RecordPart again(int from) {
        return new RecordPart(from, identity, false, "");
    }

    /** A further stretch that speaks of no patient, such as a hospital; it goes with this part's. */
    public RecordPart common(int from) {
        return new RecordPart(from, identity, true, "");
    }

    /** A further stretch that speaks of somebody of whom it cannot be told who he is. */
    public RecordPart doubtful(int from, String path) {
        return new RecordPart(from, identity, false, path);
    }

    /** Offset of its first byte. */
    public int start() {
        return start;
    }

    public RecordIdentity identity() {
        return identity.get();
    }

    /** The same object for all parts that {@link #again} made of one. */
    public Object person() {
        return identity;
    }

    /** Whether it speaks of no patient, so that its values count for all patients of the record. */
    public boolean isCommon() {
        return common;
    }

    /** The path of what cannot be told whose it is; empty where all can. */
    public String doubt() {
        return doubt;
    }

    @Override
    public String toString() {
        return "part from byte " + start;
    }
}
