package org.symbolon.testkit.internal.codec;

/** One colour component of a frame, 8 bit; beyond its edge the last sample goes on. */
final class Plane {
    private final byte[] samples;
    private final int columns;
    private final int rows;

    Plane(byte[] samples, int columns, int rows) {
        this.samples = samples;
        this.columns = columns;
        this.rows = rows;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Luminance and two chrominance planes of half the width (T.871, the matrix of DICOM's YBR_FULL). */
    static Plane[] ybrFull422(byte[] rgb, int columns, int rows) {
        int half = (columns + 1) / 2;
        byte[] luminance = new byte[columns * rows];
        byte[] blue = new byte[half * rows];
        byte[] red = new byte[half * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                luminance[y * columns + x] = (byte) luminance(rgb, 3 * (y * columns + x));
            }
            for (int x = 0; x < half; x++) {
                int first = 3 * (y * columns + 2 * x);
                int second = 2 * x + 1 < columns ? first + 3 : first;
                int luminanceTwice = luminance(rgb, first) + luminance(rgb, second);
                int blueTwice = (rgb[first + 2] & 0xFF) + (rgb[second + 2] & 0xFF);
                int redTwice = (rgb[first] & 0xFF) + (rgb[second] & 0xFF);
                blue[y * half + x] = chrominance(blueTwice - luminanceTwice, 564);
                red[y * half + x] = chrominance(redTwice - luminanceTwice, 713);
            }
        }
        return new Plane[] {new Plane(luminance, columns, rows), new Plane(blue, half, rows), new Plane(red, half, rows)
        };
    }

    /** Eight by eight samples from (x, y), less 128. */
    void block(int x, int y, int[] block) {
        for (int v = 0; v < 8; v++) {
            int row = Math.min(y + v, rows - 1) * columns;
            for (int u = 0; u < 8; u++) {
                block[8 * v + u] = (samples[row + Math.min(x + u, columns - 1)] & 0xFF) - 128;
            }
        }
    }

    private static int luminance(byte[] rgb, int at) {
        return (299 * (rgb[at] & 0xFF) + 587 * (rgb[at + 1] & 0xFF) + 114 * (rgb[at + 2] & 0xFF) + 500) / 1000;
    }

    private static byte chrominance(int differenceTwice, int thousandths) {
        int value = 128 + Math.floorDiv(differenceTwice * thousandths + 1000, 2000);
        return (byte) Math.max(0, Math.min(255, value));
    }
}
