package org.symbolon.recordreceiver.internal;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** A body as it arrives. It grows with what has come, not with what was announced. One thread. */
final class Body {
    private static final int FIRST_BYTES = 16 << 10;

    private final long limit;
    private byte[] bytes;
    private int length;

    /** @param limit most bytes, below 2 GB */
    Body(long limit) {
        this.limit = limit;
        this.bytes = new byte[(int) Math.min(limit, FIRST_BYTES)];
    }

    /** False where that would be more than the limit: nothing was added then. */
    boolean add(ByteBuf content) {
        int more = content.readableBytes();
        if (length + (long) more > limit) {
            return false;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(length + (long) more, 2L * bytes.length)));
        }
        content.readBytes(bytes, length, more);
        length += more;
        return true;
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
