package org.symbolon.deidentification.splice;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Non-negative integers of up to 63 bits, seven bits a byte, lowest first, the top bit set on all but the last byte. */
public final class VarInt {
    /** The longest form. */
    static final int MAX_BYTES = 9;

    private static final int MAX_SHIFT = 56;

    private VarInt() {}

    public static void write(long value, ByteArrayOutputStream out) {
        if (value < 0) {
            throw new IllegalArgumentException("Only non-negative numbers have this form");
        }
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Reads one; a number that does not end, or is too long, is {@code DAMAGED}. */
    public static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            if (!in.hasRemaining()) {
                throw InverseEdits.damaged();
            }
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw InverseEdits.damaged();
    }
}
