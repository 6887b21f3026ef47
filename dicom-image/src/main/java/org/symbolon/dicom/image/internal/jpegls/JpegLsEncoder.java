package org.symbolon.dicom.image.internal.jpegls;

import java.io.ByteArrayOutputStream;
import org.symbolon.dicom.image.internal.cells.CellLines;

/**
 * Encodes frames of 2 to 16 bits and 1 to 4 components, several ones interleaved by line, with the standard's default
 * parameters.
 *
 * @param near how far a decoded sample may be off, 0 for lossless
 * @param restartLines lines between restart markers, 0 for none
 */
public record JpegLsEncoder(int near, int restartLines) {
    /** Lossless, without restart markers. */
    public static JpegLsEncoder lossless() {
        return new JpegLsEncoder(0, 0);
    }

    /** A whole stream from SOI to EOI. */
    public byte[] encode(int rows, int columns, int components, int precision, CellLines source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, 0xFFD8, 0xFFF7, 8 + 3 * components);
        out.write(precision);
        put(out, rows, columns);
        out.write(components);
        for (int i = 1; i <= components; i++) {
            out.write(i);
            out.write(0x11);
            out.write(0);
        }
        if (restartLines > 0) {
            put(out, 0xFFDD, 4, restartLines);
        }
        put(out, 0xFFDA, 6 + 2 * components);
        out.write(components);
        for (int i = 1; i <= components; i++) {
            out.write(i);
            out.write(0);
        }
        out.write(near);
        out.write((components == 1 ? Interleave.NONE : Interleave.LINE).code());
        out.write(0);
        out.writeBytes(scan(rows, columns, components, CodingParameters.defaults((1 << precision) - 1, near), source));
        put(out, 0xFFD9);
        return out.toByteArray();
    }

    private byte[] scan(int rows, int columns, int components, CodingParameters parameters, CellLines source) {
        LsBitWriter bits = new LsBitWriter(rows * columns * components / 2);
        LineEncoder encoder = new LineEncoder(parameters, bits);
        int[] runIndexes = new int[components];
        int[][] above = new int[components][columns + 2];
        int[][] lines = new int[components][columns + 2];
        for (int row = 0; row < rows; row++) {
            if (restartLines > 0 && row > 0 && row % restartLines == 0) {
                bits.align();
                bits.marker(0xD0 + (row / restartLines - 1) % 8);
                encoder.begin();
                runIndexes = new int[components];
                above = new int[components][columns + 2];
            }
            for (int i = 0; i < components; i++) {
                source.copy(row, i, lines[i]);
                above[i][columns + 1] = above[i][columns];
                lines[i][0] = above[i][1];
                encoder.runIndex = runIndexes[i];
                encoder.encode(above[i], lines[i]);
                runIndexes[i] = encoder.runIndex;
            }
            int[][] next = above;
            above = lines;
            lines = next;
        }
        bits.align();
        return bits.toBytes();
    }

    private static void put(ByteArrayOutputStream out, int... words) {
        for (int word : words) {
            out.write(word >> 8);
            out.write(word);
        }
    }
}
