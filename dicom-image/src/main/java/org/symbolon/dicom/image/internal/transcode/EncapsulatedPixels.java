package org.symbolon.dicom.image.internal.transcode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.internal.encode.FrameEncoder;

/**
 * Pixel data in fragments, one a frame (PS3.5 A.4). The offset table is filled in when all frames are written: the basic
 * one, or the extended one where the frames might need more than 32 bits.
 */
record EncapsulatedPixels(PositionedOutput file, CellsOfFrames frames, FrameEncoder encoder, long nativeFrameBytes)
        implements DataSetParts.Pixels {
    private static final long MAX_BASIC_OFFSET = 0xFFFFFFFFL;
    private static final int FRAME_OVERHEAD_BYTES = 1024;

    @Override
    public void write(OutputStream out) throws IOException {
        int count = frames.count();
        // No encoder makes frames twice as long as they were.
        boolean extended = (2 * nativeFrameBytes + FRAME_OVERHEAD_BYTES) * count > MAX_BASIC_OFFSET;
        TransferSyntax encoding = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        long offsetsAt = 0;
        long lengthsAt = 0;
        if (extended) {
            file.write(PixelElement.header(encoding, Tags.ExtendedOffsetTable, Vr.OV, 8L * count));
            offsetsAt = reserve(8 * count);
            file.write(PixelElement.header(encoding, Tags.ExtendedOffsetTableLengths, Vr.OV, 8L * count));
            lengthsAt = reserve(8 * count);
        }
        file.write(PixelElement.header(encoding, Tags.PixelData, Vr.OB, PixelElement.UNDEFINED_LENGTH));
        file.write(PixelElement.item(PixelElement.ITEM, extended ? 0 : 4L * count));
        if (!extended) {
            offsetsAt = reserve(4 * count);
        }
        ByteBuffer offsets = table(count * (extended ? 8 : 4));
        ByteBuffer lengths = table(extended ? count * 8 : 0);
        long first = file.position();
        for (int frame = 0; frame < count; frame++) {
            long offset = file.position() - first;
            byte[] fragment = encoder.encode(frames.frame(frame));
            file.write(PixelElement.item(PixelElement.ITEM, fragment.length + (fragment.length & 1)));
            file.write(fragment);
            if (fragment.length % 2 != 0) {
                file.write(0);
            }
            if (extended) {
                offsets.putLong(offset);
                lengths.putLong(fragment.length);
            } else {
                offsets.putInt((int) offset);
            }
        }
        file.write(PixelElement.item(PixelElement.SEQUENCE_DELIMITATION, 0));
        file.patch(offsetsAt, offsets.flip());
        if (extended) {
            file.patch(lengthsAt, lengths.flip());
        }
    }

    private long reserve(int bytes) throws IOException {
        long at = file.position();
        file.write(new byte[bytes]);
        return at;
    }

    private static ByteBuffer table(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
