package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.internal.PixelHeader.ByteOrder;

/** Frames one behind the other (PS3.5 8.1, 8.2). Frames of single bits need not begin at a byte; they leave as if they did. */
record NativeFrames(PixelHeader header, long frameBits, int swapBytes) implements PixelData {
    static NativeFrames of(PixelHeader header, ImageLimits limits) {
        PixelDescription description = header.description(limits);
        boolean big = header.byteOrder() == ByteOrder.BIG_ENDIAN;
        return new NativeFrames(header, description.nativeFrameBits(), big ? header.swapBytes() : 1);
    }

    @Override
    public InputStream open(int frame) throws IOException {
        long firstBit = frame * frameBits;
        long start = firstBit / 8;
        long end = (firstBit + frameBits + 7) / 8;
        if (header.valueLength() < end) {
            throw new ImageException(Problem.TRUNCATED, "The pixel data is shorter than its frames");
        }
        // An odd frame in words of the other byte order begins in the middle of a word.
        long lead = swapBytes > 1 ? start % swapBytes : 0;
        InputStream in = header.bytes().dataSet().open(header.valueOffset() + start - lead);
        try {
            InputStream ordered = in;
            if (swapBytes > 1) {
                ordered = new SwappedStream(in, swapBytes);
                ordered.skipNBytes(lead);
            }
            InputStream exact = PixelHeader.exactly(ordered, end - start);
            boolean aligned = firstBit % 8 == 0 && frameBits % 8 == 0;
            return aligned ? exact : new BitStream(exact, (int) (firstBit % 8), frameBits);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
