package org.symbolon.dicom.image.internal.jpeg;

import java.io.ByteArrayOutputStream;
import org.symbolon.dicom.image.internal.cells.CellLines;

/**
 * Encodes frames with the lossless process and predictor 1, the sample to the left (T.81 annex H, DICOM's process 14,
 * selection value 1): 2 to 16 bits, 1 to 4 components in one scan, a Huffman table made for the frame.
 */
public final class LosslessEncoder {
    private static final int CATEGORIES = 17;

    private final int rows;
    private final int columns;
    private final int components;
    private final int precision;

    public LosslessEncoder(int rows, int columns, int components, int precision) {
        this.rows = rows;
        this.columns = columns;
        this.components = components;
        this.precision = precision;
    }

    /** A whole stream from SOI to EOI. */
    public byte[] encode(CellLines source) {
        short[] differences = differences(source);
        long[] counts = new long[CATEGORIES];
        for (short difference : differences) {
            counts[category(difference)]++;
        }
        HuffmanCode code = HuffmanCode.of(counts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, 0xFFD8, 0xFFC3, 8 + 3 * components);
        out.write(precision);
        put(out, rows, columns);
        out.write(components);
        for (int i = 1; i <= components; i++) {
            out.write(i);
            out.write(0x11);
            out.write(0);
        }
        byte[] table = code.table();
        put(out, 0xFFC4, 3 + table.length);
        out.write(0);
        out.writeBytes(table);
        put(out, 0xFFDA, 6 + 2 * components);
        out.write(components);
        for (int i = 1; i <= components; i++) {
            out.write(i);
            out.write(0);
        }
        out.write(1);
        out.write(0);
        out.write(0);
        out.writeBytes(entropy(differences, code));
        put(out, 0xFFD9);
        return out.toByteArray();
    }

    /** Modulo 2^16, in the order of the stream (T.81 H.1.2). */
    private short[] differences(CellLines source) {
        short[] differences = new short[rows * columns * components];
        int[] line = new int[columns + 1];
        int[] first = new int[components];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < components; i++) {
                source.copy(row, i, line);
                int predicted = row == 0 ? 1 << (precision - 1) : first[i];
                first[i] = line[1];
                int at = row * columns * components + i;
                for (int column = 1; column <= columns; column++, at += components) {
                    differences[at] = (short) (line[column] - predicted);
                    predicted = line[column];
                }
            }
        }
        return differences;
    }

    private byte[] entropy(short[] differences, HuffmanCode code) {
        BitWriter bits = new BitWriter(differences.length);
        for (short difference : differences) {
            int category = category(difference);
            bits.put(code.code(category), code.size(category));
            if (category > 0 && category < CATEGORIES - 1) {
                int value = difference < 0 ? difference - 1 : difference;
                bits.put(value & ((1 << category) - 1), category);
            }
        }
        return bits.toBytes();
    }

    /** T.81 table H.2; -32768 stands for 32768, the only one of its category. */
    private static int category(short difference) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs((int) difference));
    }

    private static void put(ByteArrayOutputStream out, int... words) {
        for (int word : words) {
            out.write(word >> 8);
            out.write(word);
        }
    }
}
