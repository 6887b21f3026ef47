package org.symbolon.deidentification.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditBytes;
import org.symbolon.deidentification.splice.EditStream;
import org.symbolon.deidentification.splice.InverseEdits;
import org.symbolon.deidentification.splice.InverseEdits.Place;
import org.symbolon.deidentification.splice.VarInt;

/**
 * The content of an identity half, docs/format/identity-half.md: with the anonymous data set, everything that is needed to
 * have the original file again.
 *
 * @param originalLength bytes of the original file
 * @param dataSetLength bytes of the anonymous data set, deflated if it is
 * @param prefix what stands before the original data set: preamble, prefix and file meta information, or nothing
 * @param inverse edits that turn the anonymous data set (inflated if it is deflated) into the original one
 * @param deflated the original data set as it was deflated, null for all other syntaxes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record IdentityContent(
        long originalLength, long dataSetLength, byte[] prefix, List<Edit> inverse, byte @Nullable [] deflated) {
    static final byte VERSION = 1;

    /** Where the bytes of opaque edits stand beside the content. */
    static final byte VERSION_WITH_LARGE = 3;

    /** From so many bytes on. */
    private static final long MAX_OPAQUE_BYTES = 4 << 20;

    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] DICM = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final int HAS_PREAMBLE = 1;
    private static final int PREAMBLE_IS_ZERO = 2;
    private static final int HAS_DEFLATED = 4;
    private static final int ALL_FLAGS = HAS_PREAMBLE | PREAMBLE_IS_ZERO | HAS_DEFLATED;

    /** Whether the original bytes of opaque edits, such as frames before blanking, are too many to stand in the content. */
    public boolean hasLarge() {
        return deflated == null && EditStream.length(inverse) > MAX_OPAQUE_BYTES;
    }

    /** Whether a decoded content needs what stands beside it. */
    public boolean needsLarge() {
        return inverse.stream().anyMatch(edit -> edit.brought() instanceof EditBytes.Elsewhere);
    }

    /** Without what stands beside the content if it {@link #hasLarge}. */
    public byte[] encode() {
        boolean large = hasLarge();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean preamble = beginsWithPreamble();
        boolean zero = preamble && isZero(prefix, PREAMBLE_BYTES);
        out.write(large ? VERSION_WITH_LARGE : VERSION);
        out.write(
                (preamble ? HAS_PREAMBLE : 0) | (zero ? PREAMBLE_IS_ZERO : 0) | (deflated == null ? 0 : HAS_DEFLATED));
        VarInt.write(originalLength, out);
        VarInt.write(dataSetLength, out);
        if (preamble && !zero) {
            out.write(prefix, 0, PREAMBLE_BYTES);
        }
        int metaStart = preamble ? PREAMBLE_BYTES + DICM.length : 0;
        VarInt.write(prefix.length - metaStart, out);
        out.write(prefix, metaStart, prefix.length - metaStart);
        InverseEdits.write(inverse, large ? Place.ELSEWHERE : Place.HERE, out);
        if (deflated != null) {
            VarInt.write(deflated.length, out);
            out.writeBytes(deflated);
        }
        return out.toByteArray();
    }

    /** Reads what {@link #encode} wrote; anything else, another version too, is {@code DAMAGED}. */
    public static IdentityContent decode(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (in.remaining() < 2) {
            throw InverseEdits.damaged();
        }
        int version = in.get();
        boolean large = version == VERSION_WITH_LARGE;
        int flags = in.get();
        if ((version != VERSION && !large) || (flags & ~ALL_FLAGS) != 0 || (large && (flags & HAS_DEFLATED) != 0)) {
            throw InverseEdits.damaged();
        }
        long originalLength = VarInt.read(in);
        long dataSetLength = VarInt.read(in);
        ByteArrayOutputStream prefix = new ByteArrayOutputStream();
        if ((flags & HAS_PREAMBLE) != 0) {
            boolean zero = (flags & PREAMBLE_IS_ZERO) != 0;
            prefix.writeBytes(zero ? new byte[PREAMBLE_BYTES] : InverseEdits.bytes(in, PREAMBLE_BYTES));
            prefix.writeBytes(DICM);
        }
        prefix.writeBytes(InverseEdits.bytes(in, VarInt.read(in)));
        List<Edit> inverse = InverseEdits.read(in, large ? Place.ELSEWHERE : Place.HERE);
        byte[] deflated = (flags & HAS_DEFLATED) != 0 ? InverseEdits.bytes(in, VarInt.read(in)) : null;
        if (in.hasRemaining()) {
            throw InverseEdits.damaged();
        }
        return new IdentityContent(originalLength, dataSetLength, prefix.toByteArray(), inverse, deflated);
    }

    private boolean beginsWithPreamble() {
        int end = PREAMBLE_BYTES + DICM.length;
        return prefix.length >= end && Arrays.equals(prefix, PREAMBLE_BYTES, end, DICM, 0, DICM.length);
    }

    private static boolean isZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
