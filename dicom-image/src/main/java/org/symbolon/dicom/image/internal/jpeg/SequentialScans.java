package org.symbolon.dicom.image.internal.jpeg;

import java.util.Arrays;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** The sequential DCT process with Huffman coding (T.81 annex F), 8 and 12 bits. */
final class SequentialScans implements ScanDecoder {
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final JpegHeader header;
    private final InverseDct inverse;
    private final short[][] planes;
    private final int[] strides;
    private final int mcuColumns;
    private final int mcuRows;
    private final int[] coefficients = new int[64];

    SequentialScans(JpegHeader header) {
        if (header.precision() != 8 && header.precision() != 12) {
            throw new ImageException(Problem.UNSUPPORTED, "DCT-based JPEG has 8 or 12 bits a sample");
        }
        this.header = header;
        this.inverse = new InverseDct(header.precision());
        this.mcuColumns = blocks(header.columns(), header.maxHorizontal());
        this.mcuRows = blocks(header.rows(), header.maxVertical());
        int count = header.components().size();
        this.planes = new short[count][];
        this.strides = new int[count];
        for (int i = 0; i < count; i++) {
            JpegHeader.Component component = header.components().get(i);
            strides[i] = mcuColumns * component.horizontal() * 8;
            planes[i] = new short[Math.multiplyExact(strides[i], mcuRows * component.vertical() * 8)];
        }
    }

    @Override
    public int decode(Scan scan) {
        int[] predictions = new int[planes.length];
        boolean single = scan.components().size() == 1;
        int columns = single ? blocksOf(scan, true) : mcuColumns;
        int rows = single ? blocksOf(scan, false) : mcuRows;
        int done = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (scan.restartInterval() > 0 && done > 0 && done % scan.restartInterval() == 0) {
                    scan.bits().restart();
                    predictions = new int[planes.length];
                }
                done++;
                for (Scan.Part part : scan.components()) {
                    decodeMcu(scan, part, single, row, column, predictions);
                }
            }
        }
        return scan.bits().position();
    }

    /** Components are brought to full size by repeating samples. */
    @Override
    public short[] samples() {
        int count = planes.length;
        short[] samples = new short[header.rows() * header.columns() * count];
        for (int i = 0; i < count; i++) {
            JpegHeader.Component component = header.components().get(i);
            for (int row = 0; row < header.rows(); row++) {
                int from = row * component.vertical() / header.maxVertical() * strides[i];
                int to = row * header.columns() * count + i;
                for (int column = 0; column < header.columns(); column++) {
                    samples[to + column * count] =
                            planes[i][from + column * component.horizontal() / header.maxHorizontal()];
                }
            }
        }
        return samples;
    }

    private void decodeMcu(Scan scan, Scan.Part part, boolean single, int row, int column, int[] predictions) {
        JpegHeader.Component component = header.components().get(part.component());
        int across = single ? 1 : component.horizontal();
        int down = single ? 1 : component.vertical();
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                decodeBlock(scan.bits(), part, predictions);
                int stride = strides[part.component()];
                int corner = (row * down + y) * 8 * stride + (column * across + x) * 8;
                inverse.transform(coefficients, planes[part.component()], corner, stride);
            }
        }
    }

    /** T.81 F.2.2. */
    private void decodeBlock(BitReader bits, Scan.Part part, int[] predictions) {
        QuantisationTable quantisation = Scan.required(part.quantisation());
        HuffmanTable ac = Scan.required(part.ac());
        Arrays.fill(coefficients, 0);
        int category = Scan.required(part.dc()).decode(bits);
        if (category > 15) {
            throw JpegCodestream.corrupt("A DC difference of more than 15 bits");
        }
        predictions[part.component()] += bits.difference(category);
        coefficients[0] = predictions[part.component()] * quantisation.step(0);
        int k = 1;
        while (k < 64) {
            int symbol = ac.decode(bits);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0 && run != 15) {
                return;
            }
            k += run;
            if (k > 63) {
                throw JpegCodestream.corrupt("More than 64 coefficients in a block");
            }
            if (size > 0) {
                coefficients[ZIGZAG[k]] = bits.difference(size) * quantisation.step(k);
            }
            k++;
        }
    }

    /** Blocks of a component across or down, where it has a scan of its own (T.81 A.2.2). */
    private int blocksOf(Scan scan, boolean across) {
        JpegHeader.Component component =
                header.components().get(scan.components().get(0).component());
        int size = across
                ? ceil(header.columns() * component.horizontal(), header.maxHorizontal())
                : ceil(header.rows() * component.vertical(), header.maxVertical());
        return ceil(size, 8);
    }

    private static int blocks(int size, int factor) {
        return ceil(size, 8 * factor);
    }

    private static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }
}
