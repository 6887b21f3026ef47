package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.internal.PixelHeader.ByteOrder;

/** Frames one behind the other (PS3.5 8.1, 8.2). Frames of single bits, which need not begin at a byte, are refused. */
record NativeFrames(PixelHeader header, long frameBytes, int swapBytes) implements PixelData {
    static NativeFrames of(PixelHeader header, ImageLimits limits) {
        PixelDescription description = PixelDescription.of(header.header(), limits);
        long frameBytes = description.nativeFrameBytes();
        boolean big = header.byteOrder() == ByteOrder.BIG_ENDIAN;
        int unit = Math.max(description.bitsAllocated() / 8, header.vr() == Vr.OW ? 2 : 1);
        return new NativeFrames(header, frameBytes, big ? unit : 1);
    }

    @Override
    public InputStream open(int frame) throws IOException {
        long start = frame * frameBytes;
        if (header.valueLength() - start < frameBytes) {
            throw new ImageException(Problem.TRUNCATED, "The pixel data is shorter than its frames");
        }
        // An odd frame in words of the other byte order begins in the middle of a word.
        long lead = swapBytes > 1 ? start % swapBytes : 0;
        InputStream in = header.bytes().dataSet().open(header.valueOffset() + start - lead);
        try {
            if (swapBytes == 1) {
                return new ExactStream(in, frameBytes);
            }
            InputStream swapped = new SwappedStream(in, swapBytes);
            swapped.skipNBytes(lead);
            return new ExactStream(swapped, frameBytes);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
