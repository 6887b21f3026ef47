package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/** RLE Lossless (PS3.5 annex G): a segment for each byte of each sample, the most significant one first. */
record RleDecoder(PixelDescription description) implements FrameDecoder {
    private static final int HEADER_BYTES = 64;

    @Override
    public PixelFrame decode(InputStream frame) throws IOException {
        return SampleCells.frame(cells(frame, description));
    }

    @Override
    public FrameCells cells(InputStream frame, PixelDescription same) throws IOException {
        if (!description.inWholeBytes() && description.samplesPerPixel() > 1) {
            throw new ImageException(
                    Problem.UNSUPPORTED, "RLE colours in cells that are not whole bytes are not decoded");
        }
        byte[] stored = FrameDecoder.codestream(frame, description);
        // Cells that are not whole bytes are one plane of packed bytes.
        int cell = description.inWholeBytes() ? description.bitsAllocated() / 8 : 1;
        int samples = description.samplesPerPixel();
        int segments = cell * samples;
        if (stored.length < HEADER_BYTES) {
            throw new ImageException(Problem.TRUNCATED, "An RLE frame shorter than its header");
        }
        if (uint32(stored, 0) != segments || segments > 15) {
            throw new ImageException(Problem.CORRUPT, "Number of RLE segments and pixel description do not fit");
        }
        byte[] cells = new byte[(int) (((long) description.samplesPerFrame() * description.bitsAllocated() + 7) / 8)];
        for (int segment = 0; segment < segments; segment++) {
            long start = uint32(stored, 4 * (segment + 1));
            long end = segment + 1 < segments ? uint32(stored, 4 * (segment + 2)) : stored.length;
            if (start < HEADER_BYTES || end < start || end > stored.length) {
                throw new ImageException(Problem.CORRUPT, "RLE segments outside of their frame (PS3.5 G.5)");
            }
            int sample = segment / cell;
            int significance = cell - 1 - segment % cell;
            unpack(stored, (int) start, (int) end, cells, sample * cell + significance, segments);
        }
        return new FrameCells(description, description.photometric().atFullSize(), cells);
    }

    /** PS3.5 G.3.2. Every step of the outer loop moves on, so that it ends. */
    private static void unpack(byte[] stored, int start, int end, byte[] cells, int first, int step) {
        int from = start;
        int to = first;
        while (from < end && to < cells.length) {
            int control = stored[from++];
            if (control >= 0) {
                int count = Math.min(control + 1, end - from);
                for (int i = 0; i < count && to < cells.length; i++, to += step) {
                    cells[to] = stored[from + i];
                }
                from += count;
            } else if (control != -128 && from < end) {
                byte value = stored[from++];
                for (int i = 0; i < 1 - control && to < cells.length; i++, to += step) {
                    cells[to] = value;
                }
            }
        }
        if (to < cells.length) {
            throw new ImageException(Problem.TRUNCATED, "An RLE segment shorter than its plane");
        }
    }

    private static long uint32(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL)
                | (bytes[at + 1] & 0xFFL) << 8
                | (bytes[at + 2] & 0xFFL) << 16
                | (bytes[at + 3] & 0xFFL) << 24;
    }
}
