package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Arrays;

/** Coding passes between two terminations of the coder (T.800 D.4), and where their bytes lie in the tile's body. */
final class CodewordSegment {
    /** No block has more: 38 planes with a shift of as many. */
    static final int MAX_PASSES = 3 * 76;

    private static final int FIRST_BYPASSED_PASS = 10;

    private final int firstPass;
    private final int maxPasses;
    private int passes;
    private int length;
    private int chunks;
    private int[] ranges = new int[2];

    CodewordSegment(int firstPass, int maxPasses) {
        this.firstPass = firstPass;
        this.maxPasses = maxPasses;
    }

    /**
     * How many passes a segment takes before it is terminated (T.800 table D.9).
     *
     * @param toCome how many passes the packet brings
     */
    static int maxPasses(BlockStyle style, int firstPass, int toCome) {
        if (style.highThroughput()) {
            return maxHighThroughputPasses(firstPass, toCome);
        }
        if (style.terminateEachPass()) {
            return 1;
        }
        if (!style.bypass()) {
            return MAX_PASSES;
        }
        if (firstPass == 0) {
            return FIRST_BYPASSED_PASS;
        }
        return (firstPass - FIRST_BYPASSED_PASS) % 3 == 0 ? 2 : 1;
    }

    /** T.814 B.3: a clean-up pass, at first with the passes it stands for, or the two that refine one. */
    private static int maxHighThroughputPasses(int firstPass, int toCome) {
        if (firstPass == 0) {
            return (toCome - 1) / 3 * 3 + 1;
        }
        return firstPass % 3 == 0 ? 1 : 2;
    }

    /** Whether its bits bypass the arithmetic coder: not those of clean-up passes. */
    boolean isRaw(BlockStyle style) {
        return style.bypass() && firstPass >= FIRST_BYPASSED_PASS && firstPass % 3 != 0;
    }

    int firstPass() {
        return firstPass;
    }

    int maxPasses() {
        return maxPasses;
    }

    int passes() {
        return passes;
    }

    int length() {
        return length;
    }

    void add(int morePasses) {
        passes += morePasses;
    }

    /** Takes back passes whose bytes are missing; no others follow. */
    void cut(int missingPasses) {
        passes -= missingPasses;
    }

    void addBytes(int start, int bytes) {
        if (2 * chunks == ranges.length) {
            ranges = Arrays.copyOf(ranges, 2 * ranges.length);
        }
        ranges[2 * chunks] = start;
        ranges[2 * chunks + 1] = bytes;
        chunks++;
        length += bytes;
    }

    /** Copies the bytes together. */
    void copy(byte[] from, byte[] to, int offset) {
        int at = offset;
        for (int i = 0; i < chunks; i++) {
            System.arraycopy(from, ranges[2 * i], to, at, ranges[2 * i + 1]);
            at += ranges[2 * i + 1];
        }
    }
}
