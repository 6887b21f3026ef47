package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Arrays;

/** A tag tree (T.800 B.10.2): a matrix of numbers that are told as far as they are asked for. */
final class TagTree {
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final int levels;
    private final int[] offsets;
    private final int[] widths;
    private final int[] values;
    private final int[] lowerBounds;

    TagTree(int width, int height) {
        int count = 1;
        for (int size = Math.max(width, height); size > 1; size = (size + 1) / 2) {
            count++;
        }
        levels = count;
        offsets = new int[count];
        widths = new int[count];
        int nodes = 0;
        int w = width;
        int h = height;
        for (int level = 0; level < count; level++) {
            offsets[level] = nodes;
            widths[level] = w;
            nodes += w * h;
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
        values = new int[nodes];
        Arrays.fill(values, UNKNOWN);
        lowerBounds = new int[nodes];
    }

    /** Whether the number at a place is below the threshold; reads as many bits as that takes. */
    boolean isBelow(int x, int y, int threshold, HeaderBits bits) {
        int low = 0;
        int node = 0;
        for (int level = levels - 1; level >= 0; level--) {
            node = offsets[level] + (y >> level) * widths[level] + (x >> level);
            low = Math.max(low, lowerBounds[node]);
            while (low < threshold && low < values[node]) {
                if (bits.bit() == 1) {
                    values[node] = low;
                } else {
                    low++;
                }
            }
            lowerBounds[node] = low;
        }
        return values[node] < threshold;
    }
}
