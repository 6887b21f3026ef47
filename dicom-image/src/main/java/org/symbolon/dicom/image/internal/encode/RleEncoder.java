package org.symbolon.dicom.image.internal.encode;

import java.util.Arrays;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/**
 * RLE Lossless (PS3.5 annex G): a segment for each byte of each sample, the most significant one first; runs do not pass the
 * end of a row. Frames of single bits are one segment of packed bytes.
 *
 * @param cellBytes bytes of a cell
 */
record RleEncoder(int cellBytes) implements FrameEncoder {
    private static final int HEADER_BYTES = 64;
    private static final int MAX_SEGMENTS = 15;
    private static final int LONGEST = 128;

    /** @throws ImageException UNSUPPORTED for more bytes a pixel than there may be segments */
    static RleEncoder of(PixelDescription description) {
        boolean whole = description.inWholeBytes();
        int bytes = whole ? description.bitsAllocated() / 8 : 1;
        if (bytes * description.photometric().samples() > MAX_SEGMENTS
                || (!whole && (description.bitsAllocated() != 1 || description.samplesPerPixel() != 1))) {
            throw new ImageException(Problem.UNSUPPORTED, "RLE has no place for pixels of this kind (PS3.5 G.2)");
        }
        return new RleEncoder(bytes);
    }

    @Override
    public byte[] encode(FrameCells cells) {
        byte[] bytes = cells.bytes();
        PixelDescription shape = cells.description();
        int pixelBytes = cells.photometric().samples() * cellBytes;
        boolean packed = !shape.inWholeBytes();
        int rows = packed ? 1 : shape.rows();
        int columns = packed ? bytes.length : shape.columns();
        Segments segments = new Segments(bytes.length + HEADER_BYTES);
        byte[] line = new byte[columns];
        for (int segment = 0; segment < pixelBytes; segment++) {
            segments.begin(segment, pixelBytes);
            int first = segment / cellBytes * cellBytes + cellBytes - 1 - segment % cellBytes;
            for (int row = 0; row < rows; row++) {
                int from = row * columns * pixelBytes + first;
                for (int column = 0; column < columns; column++, from += pixelBytes) {
                    line[column] = bytes[from];
                }
                segments.pack(line);
            }
            segments.pad();
        }
        return segments.toBytes();
    }

    /** The frame as far as it is written. */
    private static final class Segments {
        private byte[] out;
        private int size = HEADER_BYTES;

        Segments(int expectedBytes) {
            this.out = new byte[expectedBytes];
        }

        void begin(int segment, int count) {
            uint32(0, count);
            uint32(4 * (segment + 1), size);
        }

        /** PS3.5 G.3.1: runs of three bytes and more, the rest literally. */
        void pack(byte[] line) {
            ensure(line.length + line.length / LONGEST + 2);
            int literal = 0;
            int at = 0;
            while (at < line.length) {
                int end = at + 1;
                while (end < line.length && line[end] == line[at] && end - at < LONGEST) {
                    end++;
                }
                if (end - at >= 3 || (end - at == 2 && literal == at)) {
                    literals(line, literal, at);
                    out[size++] = (byte) (1 - (end - at));
                    out[size++] = line[at];
                    literal = end;
                }
                at = end;
            }
            literals(line, literal, line.length);
        }

        /** To an even length. */
        void pad() {
            ensure(1);
            size += size & 1;
        }

        byte[] toBytes() {
            return Arrays.copyOf(out, size);
        }

        private void literals(byte[] line, int start, int end) {
            int from = start;
            while (from < end) {
                int count = Math.min(LONGEST, end - from);
                out[size++] = (byte) (count - 1);
                System.arraycopy(line, from, out, size, count);
                size += count;
                from += count;
            }
        }

        /** Room for that much more; what lies behind the size is zero. */
        private void ensure(int more) {
            if (size + more > out.length) {
                out = Arrays.copyOf(out, Math.max(size + more, out.length + (out.length >> 1)));
            }
        }

        private void uint32(int at, int value) {
            for (int i = 0; i < 4; i++) {
                out[at + i] = (byte) (value >> (8 * i));
            }
        }
    }
}
