package org.symbolon.dicom.image.internal.jpeg;

import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** The components of a DCT-based frame, in whole blocks (T.81 A.1.1, A.2). */
final class Planes {
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final JpegHeader header;
    private final InverseDct inverse;
    private final int mcuColumns;
    private final int mcuRows;
    private final short[][] planes;
    private final int[] strides;

    Planes(JpegHeader header) {
        if (header.precision() != 8 && header.precision() != 12) {
            throw new ImageException(Problem.UNSUPPORTED, "DCT-based JPEG has 8 or 12 bits a sample");
        }
        this.header = header;
        this.inverse = new InverseDct(header.precision());
        this.mcuColumns = ceil(header.columns(), 8 * header.maxHorizontal());
        this.mcuRows = ceil(header.rows(), 8 * header.maxVertical());
        int count = header.components().size();
        this.planes = new short[count][];
        this.strides = new int[count];
        for (int i = 0; i < count; i++) {
            strides[i] = 8 * blocksAcross(i);
            planes[i] = new short[Math.multiplyExact(strides[i], 8 * blocksDown(i))];
        }
    }

    int count() {
        return planes.length;
    }

    JpegHeader.Component component(int index) {
        return header.components().get(index);
    }

    /** Blocks of a component in a row, those of the last MCU included. */
    int blocksAcross(int component) {
        return mcuColumns * component(component).horizontal();
    }

    int blocksDown(int component) {
        return mcuRows * component(component).vertical();
    }

    /** MCUs of a scan across; blocks of its component, where it has only one (T.81 A.2.2). */
    int unitsAcross(Scan scan) {
        if (scan.components().size() > 1) {
            return mcuColumns;
        }
        JpegHeader.Component single = component(scan.components().get(0).component());
        return ceil(ceil(header.columns() * single.horizontal(), header.maxHorizontal()), 8);
    }

    int unitsDown(Scan scan) {
        if (scan.components().size() > 1) {
            return mcuRows;
        }
        JpegHeader.Component single = component(scan.components().get(0).component());
        return ceil(ceil(header.rows() * single.vertical(), header.maxVertical()), 8);
    }

    /** Puts a block of dequantised coefficients in natural order in its place. */
    void put(int component, int blockRow, int blockColumn, int[] coefficients) {
        int corner = blockRow * 8 * strides[component] + blockColumn * 8;
        inverse.transform(coefficients, planes[component], corner, strides[component]);
    }

    /** Pixel by pixel; components are brought to full size by repeating samples. */
    short[] samples() {
        int count = planes.length;
        short[] samples = new short[header.rows() * header.columns() * count];
        for (int i = 0; i < count; i++) {
            JpegHeader.Component component = component(i);
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

    private static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }
}
