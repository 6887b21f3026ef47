package org.symbolon.testkit.internal.codec;

import java.io.ByteArrayOutputStream;

/**
 * JPEG baseline (ITU-T T.81, process 1), 8 bit: grey, or colour given as RGB and stored as YBR_FULL_422 (chrominance halved
 * horizontally). The transform uses integers only, so the result is the same everywhere.
 */
public final class JpegEncoder {
    /** cos((2x + 1) u pi / 16) c(u) / 2, times 2 to the 13th: rows u, columns x. */
    private static final int[] COSINES = cosines();

    private static final int COSINE_SHIFT = 13;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private final int[] luminance;
    private final int[] chrominance;
    private final int[] block = new int[64];
    private final int[] transformed = new int[64];
    private int pending;
    private int pendingBits;

    private JpegEncoder(int quality) {
        luminance = JpegTables.scaled(JpegTables.LUMINANCE, quality);
        chrominance = JpegTables.scaled(JpegTables.CHROMINANCE, quality);
    }

    /** One grey frame; quality 1 to 100. */
    public static byte[] grey(byte[] frame, int columns, int quality) {
        JpegEncoder encoder = new JpegEncoder(quality);
        int rows = frame.length / columns;
        encoder.header(columns, rows, 1);
        encoder.scanGrey(new Plane(frame, columns, rows));
        return encoder.finish();
    }

    /** One frame of interleaved RGB; quality 1 to 100. */
    public static byte[] colour(byte[] rgb, int columns, int quality) {
        JpegEncoder encoder = new JpegEncoder(quality);
        int rows = rgb.length / (3 * columns);
        encoder.header(columns, rows, 3);
        encoder.scanColour(Plane.ybrFull422(rgb, columns, rows));
        return encoder.finish();
    }

    private void scanGrey(Plane plane) {
        int previous = 0;
        for (int y = 0; y < plane.rows(); y += 8) {
            for (int x = 0; x < plane.columns(); x += 8) {
                previous = encode(plane, x, y, luminance, previous, JpegTables.DC_LUMINANCE, JpegTables.AC_LUMINANCE);
            }
        }
    }

    private void scanColour(Plane[] planes) {
        int[] previous = new int[3];
        for (int y = 0; y < planes[0].rows(); y += 8) {
            for (int x = 0; x < planes[0].columns(); x += 16) {
                for (int half = 0; half < 16; half += 8) {
                    previous[0] = encode(
                            planes[0],
                            x + half,
                            y,
                            luminance,
                            previous[0],
                            JpegTables.DC_LUMINANCE,
                            JpegTables.AC_LUMINANCE);
                }
                for (int c = 1; c < 3; c++) {
                    previous[c] = encode(
                            planes[c],
                            x / 2,
                            y,
                            chrominance,
                            previous[c],
                            JpegTables.DC_CHROMINANCE,
                            JpegTables.AC_CHROMINANCE);
                }
            }
        }
    }

    private int encode(
            Plane plane, int x, int y, int[] quantisation, int previousDc, HuffmanTable dc, HuffmanTable ac) {
        plane.block(x, y, block);
        transform();
        int level = quantised(0, quantisation);
        int size = size(level - previousDc);
        bits(dc.code(size), dc.length(size));
        magnitude(level - previousDc, size);
        int zeroes = 0;
        for (int k = 1; k < 64; k++) {
            int coefficient = quantised(JpegTables.ZIGZAG[k], quantisation);
            if (coefficient == 0) {
                zeroes++;
                continue;
            }
            for (; zeroes > 15; zeroes -= 16) {
                bits(ac.code(0xF0), ac.length(0xF0));
            }
            int bitsOfCoefficient = size(coefficient);
            int symbol = zeroes << 4 | bitsOfCoefficient;
            bits(ac.code(symbol), ac.length(symbol));
            magnitude(coefficient, bitsOfCoefficient);
            zeroes = 0;
        }
        if (zeroes > 0) {
            bits(ac.code(0), ac.length(0));
        }
        return level;
    }

    private int quantised(int at, int[] quantisation) {
        int step = quantisation[at];
        int value = transformed[at];
        return value >= 0 ? (value + step / 2) / step : -((-value + step / 2) / step);
    }

    private static int size(int value) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    }

    private void magnitude(int value, int size) {
        bits(value >= 0 ? value : value + (1 << size) - 1, size);
    }

    /** Rows, then columns; between them one more bit of precision is kept than the result needs. */
    private void transform() {
        int[] rows = new int[64];
        for (int y = 0; y < 8; y++) {
            for (int u = 0; u < 8; u++) {
                int sum = 0;
                for (int x = 0; x < 8; x++) {
                    sum += COSINES[8 * u + x] * block[8 * y + x];
                }
                rows[8 * y + u] = (sum + (1 << (COSINE_SHIFT - 4))) >> (COSINE_SHIFT - 3);
            }
        }
        for (int u = 0; u < 8; u++) {
            for (int v = 0; v < 8; v++) {
                int sum = 0;
                for (int y = 0; y < 8; y++) {
                    sum += COSINES[8 * v + y] * rows[8 * y + u];
                }
                transformed[8 * v + u] = (sum + (1 << (COSINE_SHIFT + 2))) >> (COSINE_SHIFT + 3);
            }
        }
    }

    private void header(int columns, int rows, int components) {
        marker(0xD8);
        marker(0xDB);
        word(components == 1 ? 67 : 132);
        quantisationTable(0, luminance);
        if (components > 1) {
            quantisationTable(1, chrominance);
        }
        marker(0xC0);
        word(8 + 3 * components);
        out.write(8);
        word(rows);
        word(columns);
        out.write(components);
        for (int c = 0; c < components; c++) {
            out.write(c + 1);
            out.write(components > 1 && c == 0 ? 0x21 : 0x11);
            out.write(c == 0 ? 0 : 1);
        }
        huffmanTable(0x00, JpegTables.DC_LUMINANCE);
        huffmanTable(0x10, JpegTables.AC_LUMINANCE);
        if (components > 1) {
            huffmanTable(0x01, JpegTables.DC_CHROMINANCE);
            huffmanTable(0x11, JpegTables.AC_CHROMINANCE);
        }
        marker(0xDA);
        word(6 + 2 * components);
        out.write(components);
        for (int c = 0; c < components; c++) {
            out.write(c + 1);
            out.write(c == 0 ? 0x00 : 0x11);
        }
        out.write(0);
        out.write(63);
        out.write(0);
    }

    private void quantisationTable(int number, int[] table) {
        out.write(number);
        for (int at : JpegTables.ZIGZAG) {
            out.write(table[at]);
        }
    }

    private void huffmanTable(int classAndNumber, HuffmanTable table) {
        marker(0xC4);
        word(3 + table.counts.length + table.values.length);
        out.write(classAndNumber);
        for (int count : table.counts) {
            out.write(count);
        }
        for (int value : table.values) {
            out.write(value);
        }
    }

    /** The end of image marker, and a zero where DICOM needs an even length (PS3.5 A.4). */
    private byte[] finish() {
        if (pendingBits > 0) {
            bits(0x7F, 8 - pendingBits);
        }
        marker(0xD9);
        if (out.size() % 2 == 1) {
            out.write(0);
        }
        return out.toByteArray();
    }

    private void marker(int code) {
        out.write(0xFF);
        out.write(code);
    }

    private void word(int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private void bits(int value, int count) {
        pending = pending << count | (value & ((1 << count) - 1));
        pendingBits += count;
        while (pendingBits >= 8) {
            int next = pending >>> (pendingBits - 8) & 0xFF;
            out.write(next);
            if (next == 0xFF) {
                out.write(0);
            }
            pendingBits -= 8;
        }
        pending &= (1 << pendingBits) - 1;
    }

    private static int[] cosines() {
        int[] table = new int[64];
        for (int u = 0; u < 8; u++) {
            double scale = u == 0 ? StrictMath.sqrt(0.125) : 0.5;
            for (int x = 0; x < 8; x++) {
                double cosine = StrictMath.cos((2 * x + 1) * u * StrictMath.PI / 16);
                table[8 * u + x] = (int) StrictMath.rint(scale * cosine * (1 << COSINE_SHIFT));
            }
        }
        return table;
    }
}
