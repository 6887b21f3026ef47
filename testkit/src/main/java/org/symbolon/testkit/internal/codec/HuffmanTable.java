package org.symbolon.testkit.internal.codec;

/** A Huffman table as T.81 annex C derives it from the number of codes of each length. */
final class HuffmanTable {
    final int[] counts;
    final int[] values;
    private final int[] codes = new int[256];
    private final int[] lengths = new int[256];

    HuffmanTable(int[] counts, int[] values) {
        this.counts = counts;
        this.values = values;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= counts.length; length++) {
            for (int i = 0; i < counts[length - 1]; i++) {
                codes[values[index]] = code++;
                lengths[values[index]] = length;
                index++;
            }
            code <<= 1;
        }
    }

    int code(int value) {
        return codes[value];
    }

    int length(int value) {
        return lengths[value];
    }
}
