package org.symbolon.crosswalk.internal.store;

import java.util.Arrays;

/** One half of a block: its number, its two encrypted digests, the anonymous SOP Instance UID, and the body. */
final class BlockEntry {
    private final long half;
    private final byte[] object;
    private final byte[] original;
    private final String sopUid;
    private final byte[] body;

    BlockEntry(long half, byte[] object, byte[] original, String sopUid, byte[] body) {
        this.half = half;
        this.object = object;
        this.original = original;
        this.sopUid = sopUid;
        this.body = body;
    }

    /** The half's number in the order of commit. */
    long half() {
        return half;
    }

    /** {@link DigestIndexes#object}, 16 or 32 bytes. */
    byte[] object() {
        return object;
    }

    /** {@link DigestIndexes#original}, 16 or 32 bytes. */
    byte[] original() {
        return original;
    }

    String sopUid() {
        return sopUid;
    }

    /** {@link HalfCodec#body}. */
    byte[] body() {
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockEntry entry
                && half == entry.half
                && Arrays.equals(object, entry.object)
                && Arrays.equals(original, entry.original)
                && sopUid.equals(entry.sopUid)
                && Arrays.equals(body, entry.body);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(half);
    }
}
