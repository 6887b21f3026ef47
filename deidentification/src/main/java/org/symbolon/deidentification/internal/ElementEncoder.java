package org.symbolon.deidentification.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Bytes of single elements in one of the three encodings of PS3.5 section 7.1.
 *
 * @param explicitVr explicit or implicit value representation
 * @param bigEndian byte order of tags and lengths
 */
record ElementEncoder(boolean explicitVr, boolean bigEndian) {
    private static final int LONG_HEADER_BYTES = 12;
    private static final int ITEM_HEADER_BYTES = 8;
    private static final int MAX_SHORT_LENGTH = 0xFFFE;

    /** The element with its value padded to even length. */
    byte[] element(int tag, Vr vr, byte[] value) {
        int length = value.length + (value.length & 1);
        ByteBuffer out = buffer(LONG_HEADER_BYTES + length);
        header(tag, vr, length, out);
        out.put(value);
        if (length > value.length) {
            out.put(vr.padding());
        }
        return bytes(out);
    }

    /** A sequence of defined length with items of defined length; each item is the bytes of its elements. */
    byte[] sequence(int tag, Iterable<byte[]> items) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] item : items) {
            ByteBuffer head = buffer(ITEM_HEADER_BYTES);
            tag(Tag.Item, head);
            head.putInt(item.length);
            content.writeBytes(bytes(head));
            content.writeBytes(item);
        }
        ByteBuffer out = buffer(LONG_HEADER_BYTES + content.size());
        header(tag, Vr.SQ, content.size(), out);
        out.put(content.toByteArray());
        return bytes(out);
    }

    /** A value of text, ASCII. */
    byte[] text(int tag, Vr vr, String value) {
        return element(tag, vr, value.getBytes(StandardCharsets.US_ASCII));
    }

    /** A length or number of four bytes. */
    byte[] number(long value) {
        return bytes(buffer(Integer.BYTES).putInt((int) value));
    }

    private void header(int tag, Vr vr, int length, ByteBuffer out) {
        tag(tag, out);
        if (!explicitVr) {
            out.putInt(length);
            return;
        }
        out.put(vr.name().getBytes(StandardCharsets.US_ASCII));
        if (vr.hasLongLength()) {
            out.putShort((short) 0).putInt(length);
        } else if (length <= MAX_SHORT_LENGTH) {
            out.putShort((short) length);
        } else {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The replaced value of " + Tag.format(tag) + " does not fit its length field");
        }
    }

    private static void tag(int tag, ByteBuffer out) {
        out.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
    }

    private ByteBuffer buffer(int capacity) {
        return ByteBuffer.allocate(capacity).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer written) {
        byte[] bytes = new byte[written.position()];
        written.flip().get(bytes);
        return bytes;
    }
}
