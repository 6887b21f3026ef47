package org.symbolon.dicom.internal.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 (RFC 4648 section 4) of a value that comes in pieces of any length. */
public final class Base64Text {
    private static final int PIECE_BYTES = 6 << 10;

    private final Appendable out;
    private final byte[] piece = new byte[PIECE_BYTES];
    private int filled;

    public Base64Text(Appendable out) {
        this.out = out;
    }

    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int count = Math.min(end - at, PIECE_BYTES - filled);
            System.arraycopy(bytes, at, piece, filled, count);
            filled += count;
            at += count;
            if (filled == PIECE_BYTES) {
                end();
            }
        }
    }

    /** Writes what is left, with its padding; the next value can begin. */
    public void end() throws IOException {
        byte[] source = filled == PIECE_BYTES ? piece : Arrays.copyOf(piece, filled);
        out.append(new String(Base64.getEncoder().encode(source), StandardCharsets.ISO_8859_1));
        filled = 0;
    }
}
