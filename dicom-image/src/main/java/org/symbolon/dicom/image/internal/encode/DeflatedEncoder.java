package org.symbolon.dicom.image.internal.encode;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/** Deflated Image Frame Compression (PS3.5 A.4.12): a raw deflate stream of a frame's cells. */
record DeflatedEncoder() implements FrameEncoder {
    private static final int MIN_BUFFER_BYTES = 64;

    @Override
    public byte[] encode(FrameCells cells) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(cells.bytes());
            deflater.finish();
            byte[] buffer = new byte[Math.max(MIN_BUFFER_BYTES, cells.bytes().length / 2)];
            int size = 0;
            while (!deflater.finished()) {
                if (size == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * size);
                }
                size += deflater.deflate(buffer, size, buffer.length - size);
            }
            return Arrays.copyOf(buffer, size);
        } finally {
            deflater.end();
        }
    }
}
