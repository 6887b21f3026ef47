package org.symbolon.dicom.image.internal.cells;

import org.symbolon.dicom.image.Samples;

/**
 * Cells that are not whole bytes, one behind the other from the least significant bit of the first byte on (PS3.5 8.1.1:
 * single bits; ACR-NEMA: also 12 bits).
 */
public final class PackedCells {
    private PackedCells() {}

    /** So many cells of at most 32 bits. */
    public static int[] unpack(byte[] bytes, int count, int bits) {
        int[] cells = new int[count];
        long window = 0;
        int held = 0;
        int at = 0;
        long mask = (1L << bits) - 1;
        for (int i = 0; i < count; i++) {
            while (held < bits) {
                window |= (bytes[at++] & 0xFFL) << held;
                held += 8;
            }
            cells[i] = (int) (window & mask);
            window >>>= bits;
            held -= bits;
        }
        return cells;
    }

    static void pack(Samples samples, int bits, byte[] target) {
        long window = 0;
        int held = 0;
        int at = 0;
        long mask = (1L << bits) - 1;
        for (int i = 0; i < samples.size(); i++) {
            window |= (samples.at(i) & mask) << held;
            held += bits;
            while (held >= 8) {
                target[at++] = (byte) window;
                window >>>= 8;
                held -= 8;
            }
        }
        if (held > 0) {
            target[at] = (byte) window;
        }
    }
}
