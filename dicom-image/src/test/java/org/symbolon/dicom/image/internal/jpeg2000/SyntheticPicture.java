package org.symbolon.dicom.image.internal.jpeg2000;

/** The pictures that the golden codestreams hold: a gradient, a disc, a rectangle of the highest value, three bits of noise. */
record SyntheticPicture(int columns, int rows, int bits, int components) {
    /** The sample of an unsigned picture. */
    long sample(int x, int y, int component) {
        long max = (1L << bits) - 1;
        if (x >= columns / 8 && x < columns / 4 && y >= rows / 8 && y < rows / 4) {
            return max;
        }
        long value = (x * (3L + component) + y * 5L) * max / (2 * (columns * (3L + component) + rows * 5L));
        long radius = Math.min(columns, rows) / 3;
        long dx = (long) x - columns / 2;
        long dy = (long) y - rows / 2;
        if (dx * dx + dy * dy < radius * radius) {
            value += max / 4;
        }
        long hash = (x * 7919L + y * 104729L + component * 1299709L) * 2654435761L & 0xFFFFFFFFL;
        return Math.min(max, value + (hash >> 29) % (max + 1));
    }
}
