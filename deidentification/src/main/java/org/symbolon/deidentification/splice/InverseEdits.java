package org.symbolon.deidentification.splice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The encoding of a list of edits in docs/format/identity-half.md: offsets as distances, numbers as variable-length integers. */
public final class InverseEdits {
    private static final int CONTENT_BITS = 3;
    private static final int MAX_DEPTH = 1 << 16;

    private InverseEdits() {}

    /**
     * Appends the edits, which are sorted and do not overlap.
     *
     * @throws UncheckedIOException where a file that an edit brings bytes from cannot be read
     */
    public static void write(List<Edit> edits, ByteArrayOutputStream out) {
        write(edits, Place.HERE, out);
    }

    /** Where the bytes stand that edits of kind OPAQUE bring. */
    public enum Place {
        /** With their edits. */
        HERE,
        /** In a file of their own, one after the other ({@link EditStream}). */
        ELSEWHERE
    }

    /** The same, but for the bytes of edits of kind OPAQUE, if they stand elsewhere. */
    public static void write(List<Edit> edits, Place opaque, ByteArrayOutputStream out) {
        VarInt.write(edits.size(), out);
        long position = 0;
        try (RangeReader ranges = new RangeReader()) {
            for (Edit edit : edits) {
                VarInt.write(edit.offset() - position, out);
                VarInt.write(
                        ((long) edit.depth() << CONTENT_BITS) | edit.content().code(), out);
                VarInt.write(edit.length(), out);
                VarInt.write(edit.replacementLength(), out);
                if (opaque == Place.HERE || edit.content() != EditContent.OPAQUE) {
                    ranges.write(edit.brought(), out);
                }
                position = edit.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that {@link #write} will need at most, so that they can be written without copying them twice. */
    public static long maxLength(List<Edit> edits) {
        long length = VarInt.MAX_BYTES;
        for (Edit edit : edits) {
            length += 4 * VarInt.MAX_BYTES + edit.replacementLength();
        }
        return length;
    }

    /** Reads what {@link #write} wrote; anything else is {@code DAMAGED}. */
    public static List<Edit> read(ByteBuffer in) {
        return read(in, Place.HERE);
    }

    /** The same, where the bytes of edits of kind OPAQUE stand elsewhere if they were written so. */
    public static List<Edit> read(ByteBuffer in, Place opaque) {
        long count = VarInt.read(in);
        if (count > in.remaining()) {
            throw damaged();
        }
        List<Edit> edits = new ArrayList<>((int) count);
        long position = 0;
        for (long i = 0; i < count; i++) {
            long offset = position + VarInt.read(in);
            long kind = VarInt.read(in);
            long length = VarInt.read(in);
            long comes = VarInt.read(in);
            EditContent content = EditContent.of((int) (kind & ((1 << CONTENT_BITS) - 1)));
            EditBytes replacement = opaque == Place.ELSEWHERE && content == EditContent.OPAQUE
                    ? EditBytes.elsewhere(comes)
                    : EditBytes.of(bytes(in, comes));
            long depth = kind >>> CONTENT_BITS;
            if (content == null || depth > MAX_DEPTH || offset < position || offset + length < offset) {
                throw damaged();
            }
            edits.add(new Edit(offset, length, replacement, content, (int) depth));
            position = offset + length;
        }
        return edits;
    }

    /** The next bytes of the buffer, which must hold them. */
    public static byte[] bytes(ByteBuffer in, long length) {
        if (length > in.remaining()) {
            throw damaged();
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    public static SymbolonException damaged() {
        return new SymbolonException(ErrorCode.DAMAGED, "The identity half is not in the format it should be in");
    }
}
