package org.symbolon.dicom.image.internal.blank;

/** Cells written over in little-endian bytes. */
final class Cells {
    private Cells() {}

    /**
     * Fills cells with a pattern.
     *
     * @param firstBit of the first cell, in the bytes
     * @param count of cells, a multiple of the pattern's
     * @param bits of a cell
     */
    static void fill(byte[] bytes, long firstBit, long count, int bits, long[] pattern) {
        if (bits % 8 == 0 && firstBit % 8 == 0) {
            fillBytes(bytes, Math.toIntExact(firstBit / 8), count, bits / 8, pattern);
            return;
        }
        long at = firstBit;
        for (long i = 0; i < count; i++) {
            long cell = pattern[(int) (i % pattern.length)];
            for (int bit = 0; bit < bits; bit++, at++) {
                int mask = 1 << (at & 7);
                int index = Math.toIntExact(at >> 3);
                bytes[index] = (byte) ((cell >> bit & 1) != 0 ? bytes[index] | mask : bytes[index] & ~mask);
            }
        }
    }

    private static void fillBytes(byte[] bytes, int first, long count, int width, long[] pattern) {
        int at = first;
        for (long i = 0; i < count; i++) {
            long cell = pattern[(int) (i % pattern.length)];
            for (int k = 0; k < width; k++) {
                bytes[at++] = (byte) (cell >> (8 * k));
            }
        }
    }

    /** Turns the bytes of each whole unit round. */
    static void swap(byte[] bytes, int unit) {
        for (int start = 0; unit > 1 && start + unit <= bytes.length; start += unit) {
            for (int i = 0; i < unit / 2; i++) {
                byte low = bytes[start + i];
                bytes[start + i] = bytes[start + unit - 1 - i];
                bytes[start + unit - 1 - i] = low;
            }
        }
    }
}
