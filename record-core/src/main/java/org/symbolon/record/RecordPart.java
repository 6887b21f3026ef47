package org.symbolon.record;

import java.util.function.Supplier;

/** The messages of a batch that speak of one patient in a row; of any other record the whole. Immutable and thread-safe. */
public final class RecordPart {
    private final int start;
    private final Once<RecordIdentity> identity;

    /**
     * @param start offset of its first byte; it reaches to the next part
     * @param identity whom it speaks of; called once at most
     */
    public RecordPart(int start, Supplier<RecordIdentity> identity) {
        this.start = start;
        this.identity = new Once<>(identity);
    }

    /** Offset of its first byte. */
    public int start() {
        return start;
    }

    public RecordIdentity identity() {
        return identity.get();
    }

    @Override
    public String toString() {
        return "part from byte " + start;
    }
}
