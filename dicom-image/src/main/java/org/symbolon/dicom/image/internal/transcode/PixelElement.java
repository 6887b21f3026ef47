package org.symbolon.dicom.image.internal.transcode;

import java.io.ByteArrayOutputStream;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Headers of elements with a length of 32 bits, and of items (PS3.5 7.1, 7.5). */
final class PixelElement {
    static final int ITEM = 0xFFFEE000;
    static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;
    static final long UNDEFINED_LENGTH = 0xFFFFFFFFL;
    static final int ITEM_HEADER_BYTES = 8;

    private PixelElement() {}

    static byte[] header(TransferSyntax encoding, int tag, Vr vr, long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean big = encoding.bigEndian();
        number(out, tag >>> 16, 2, big);
        number(out, tag & 0xFFFF, 2, big);
        if (encoding.explicitVr()) {
            out.write(vr.name().charAt(0));
            out.write(vr.name().charAt(1));
            number(out, 0, 2, big);
        }
        number(out, length, 4, big);
        return out.toByteArray();
    }

    /** An item or delimiter, which are little endian wherever pixel data is encapsulated. */
    static byte[] item(int tag, long length) {
        return header(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, tag, Vr.UN, length);
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes, boolean big) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> (8 * (big ? bytes - 1 - i : i))));
        }
    }
}
