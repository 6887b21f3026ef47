package org.symbolon.dicom.internal.transcribe;

import java.util.Arrays;

/** Lengths in the order in which the tokens that have them come. */
final class LengthList {
    private long[] lengths = new long[64];
    private int size;
    private int next;

    /** Adds a length that is not known yet, and tells its place. */
    int reserve() {
        if (size == lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * size);
        }
        return size++;
    }

    void grow(int place, long bytes) {
        lengths[place] += bytes;
    }

    long take() {
        return lengths[next++];
    }
}
