package org.symbolon.dicom.image.internal;

import java.util.Arrays;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/**
 * A look-up table (PS3.3 C.11.1.1, C.7.6.3.1.5).
 */
final class LookupTable {
    private static final int MAX_ENTRIES = 1 << 16;

    private final int first;
    private final int[] entries;
    private final int maximum;
    private final boolean wide;

    /** The first entry is for the input {@code first}; the outputs have the bits of {@code maximum}. */
    LookupTable(int first, int[] entries, int maximum) {
        this.first = first;
        this.entries = entries;
        this.maximum = maximum;
        this.wide = Arrays.stream(entries).anyMatch(entry -> entry > 255);
    }

    /** Whether any entry needs more than eight bits. */
    boolean isWide() {
        return wide;
    }

    /** Reads descriptor and data; the descriptor's second value is signed or not as the input is. */
    static LookupTable of(DataSet item, int descriptorTag, int dataTag, boolean signedInput) {
        byte[] descriptor = item.bytes(descriptorTag);
        byte[] data = item.bytes(dataTag);
        if (descriptor.length < 6) {
            throw corrupt();
        }
        int count = uint16(descriptor, 0) == 0 ? MAX_ENTRIES : uint16(descriptor, 0);
        int first = signedInput ? (short) uint16(descriptor, 2) : uint16(descriptor, 2);
        int bits = uint16(descriptor, 4);
        boolean words = data.length >= 2 * count;
        if (bits < 1 || bits > 16 || (!words && data.length < count)) {
            throw corrupt();
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = words ? uint16(data, 2 * i) : data[i] & 0xFF;
        }
        return new LookupTable(first, entries, words ? (1 << bits) - 1 : Math.min(255, (1 << bits) - 1));
    }

    int maximum() {
        return maximum;
    }

    /** Inputs outside of the table get its first or last entry. */
    int apply(long input) {
        long index = input - first;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    private static int uint16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static ImageException corrupt() {
        return new ImageException(Problem.CORRUPT, "A look-up table and its descriptor do not fit (PS3.3 C.11.1.1)");
    }
}
