package org.symbolon.dicom.image.internal.transcode;

import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;

/** Decoded frames one behind the other, pixel by pixel (PS3.5 8.1, 8.2). */
record NativePixels(TransferSyntax encoding, CellsOfFrames frames) implements DataSetParts.Pixels {
    private static final long MAX_LENGTH = 0xFFFFFFFEL;

    @Override
    public void write(OutputStream out) throws IOException {
        PixelDescription description = frames.description();
        long frameBits = (long) description.rows()
                * description.columns()
                * frames.photometric().samples()
                * description.bitsAllocated();
        long length = (frameBits * frames.count() + 7) / 8;
        if (length > MAX_LENGTH) {
            throw new ImageException(
                    Problem.UNSUPPORTED, "Native pixel data of 4 GB and more cannot be written (PS3.5 7.1)");
        }
        Vr vr = description.bitsAllocated() > 8 ? Vr.OW : Vr.OB;
        out.write(PixelElement.header(encoding, Tags.PixelData, vr, length + (length & 1)));
        int swap = encoding.bigEndian() && vr == Vr.OW ? Math.max(2, description.bitsAllocated() / 8) : 1;
        if (frameBits % 8 == 0) {
            for (int frame = 0; frame < frames.count(); frame++) {
                out.write(swapped(frames.frame(frame).bytes(), swap));
            }
        } else {
            joinBits(frameBits, out);
        }
        if (length % 2 != 0) {
            out.write(0);
        }
    }

    /** Frames that begin inside of a byte. */
    private void joinBits(long frameBits, OutputStream out) throws IOException {
        int window = 0;
        int held = 0;
        for (int frame = 0; frame < frames.count(); frame++) {
            byte[] bytes = frames.frame(frame).bytes();
            for (int i = 0; i < bytes.length; i++) {
                int used = (int) Math.min(8, frameBits - 8L * i);
                window |= (bytes[i] & ((1 << used) - 1)) << held;
                held += used;
                if (held >= 8) {
                    out.write(window);
                    window >>>= 8;
                    held -= 8;
                }
            }
        }
        if (held > 0) {
            out.write(window);
        }
    }

    private static byte[] swapped(byte[] bytes, int unit) {
        if (unit == 1) {
            return bytes;
        }
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i - i % unit + unit - 1 - i % unit] = bytes[i];
        }
        return result;
    }
}
