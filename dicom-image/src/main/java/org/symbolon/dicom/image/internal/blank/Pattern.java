package org.symbolon.dicom.image.internal.blank;

import java.util.HashMap;
import java.util.Map;

/** Cells that follow one another again and again, and the bytes that they make. Owned by one thread. */
final class Pattern {
    /** A multiple of the bytes of every pattern and of every unit. */
    static final int STEP_BYTES = 144;

    private final long[] cells;
    private final int bits;
    private final int unit;
    private final Map<Integer, byte[]> made = new HashMap<>();

    /** @param unit bytes that change places in the byte order of the data */
    Pattern(int bits, int unit, long... cells) {
        this.cells = cells;
        this.bits = bits;
        this.unit = unit;
    }

    int length() {
        return cells.length;
    }

    /** So many bytes, the same array every time: not to be changed. */
    byte[] bytes(int length) {
        return made.computeIfAbsent(length, this::make);
    }

    /** Writes over some cells in little-endian bytes. */
    void fill(byte[] bytes, long firstBit, long endBit) {
        Cells.fill(bytes, firstBit, (endBit - firstBit) / bits, bits, cells);
    }

    private byte[] make(int length) {
        byte[] bytes = new byte[length];
        fill(bytes, 0, 8L * length);
        Cells.swap(bytes, unit);
        return bytes;
    }
}
