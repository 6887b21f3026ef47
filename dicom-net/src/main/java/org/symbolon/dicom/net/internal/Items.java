package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Items, sub-items and length-prefixed fields of A-ASSOCIATE PDUs (PS3.8 9.3.2 and annex D). Every nested length is held against
 * what surrounds it.
 */
final class Items {
    private static final int MAX_ITEM_BYTES = 0xFFFF;

    private Items() {}

    /** The content of the item that begins here; its type is the byte at the reader index. */
    static ByteBuf next(ByteBuf in) {
        if (in.readableBytes() < 4) {
            throw invalid("An item header is cut off");
        }
        in.skipBytes(2);
        return field(in);
    }

    /** The content of a field that begins with its length. */
    static ByteBuf field(ByteBuf in) {
        if (in.readableBytes() < 2) {
            throw invalid("The length of a field is cut off");
        }
        int length = in.readUnsignedShort();
        if (length > in.readableBytes()) {
            throw invalid("An item is longer than what surrounds it");
        }
        return in.readSlice(length);
    }

    static byte[] rest(ByteBuf in) {
        byte[] content = new byte[in.readableBytes()];
        in.readBytes(content);
        return content;
    }

    static String uid(ByteBuf item) {
        String uid = text(item);
        if (uid.length() > Limits.MAX_UID_LENGTH) {
            throw invalid("A UID is longer than " + Limits.MAX_UID_LENGTH + " characters");
        }
        return uid;
    }

    /** Without the padding by spaces or NULs that is allowed, or is seen in practice. */
    static String text(ByteBuf item) {
        return item.toString(StandardCharsets.ISO_8859_1).trim();
    }

    static ProtocolViolation invalid(String message) {
        return new ProtocolViolation(AbortReason.INVALID_PDU_PARAMETER, message);
    }

    static void writeText(ByteBuf out, int type, String text) {
        int item = begin(out, type);
        out.writeCharSequence(text, StandardCharsets.ISO_8859_1);
        end(out, item);
    }

    static void writeField(ByteBuf out, String text) {
        writeField(out, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static void writeField(ByteBuf out, byte[] content) {
        int field = beginField(out);
        out.writeBytes(content);
        end(out, field);
    }

    /** Index of the first byte of the item's content. */
    static int begin(ByteBuf out, int type) {
        out.writeByte(type).writeByte(0);
        return beginField(out);
    }

    /** Index of the first byte of the field's content. */
    static int beginField(ByteBuf out) {
        out.writeShort(0);
        return out.writerIndex();
    }

    /** Fills in the length. */
    static void end(ByteBuf out, int start) {
        int length = out.writerIndex() - start;
        if (length > MAX_ITEM_BYTES) {
            throw new IllegalArgumentException("An item of an A-ASSOCIATE PDU has at most 65535 bytes");
        }
        out.setShort(start - 2, length);
    }
}
