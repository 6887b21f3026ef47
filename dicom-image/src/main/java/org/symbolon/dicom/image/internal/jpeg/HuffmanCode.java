package org.symbolon.dicom.image.internal.jpeg;

import java.util.Arrays;

/** A Huffman code of least cost for counted symbols, no longer than 16 bits and without the code of all ones (T.81 K.2). */
final class HuffmanCode {
    private static final int MAX_BITS = 16;

    /** How many codes of each length, from 1 on. */
    private final int[] lengths = new int[MAX_BITS + 1];

    /** By rising length of code. */
    private final int[] symbols;

    private final int[] codes;
    private final int[] sizes;

    private HuffmanCode(int[] symbols, int alphabet) {
        this.symbols = symbols;
        this.codes = new int[alphabet];
        this.sizes = new int[alphabet];
    }

    /** At least one symbol was counted. */
    static HuffmanCode of(long[] counts) {
        int alphabet = counts.length;
        int[] depth = depths(counts);
        int[] perDepth = new int[alphabet + 2];
        for (int i = 0; i <= alphabet; i++) {
            perDepth[depth[i]]++;
        }
        perDepth[0] = 0;
        shorten(perDepth);
        Integer[] order = new Integer[alphabet];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Integer.compare(depth[a], depth[b]));
        int[] symbols = Arrays.stream(order)
                .mapToInt(Integer::intValue)
                .filter(i -> counts[i] > 0)
                .toArray();
        HuffmanCode code = new HuffmanCode(symbols, alphabet);
        System.arraycopy(perDepth, 0, code.lengths, 0, Math.min(perDepth.length, MAX_BITS + 1));
        code.assign();
        return code;
    }

    int code(int symbol) {
        return codes[symbol];
    }

    int size(int symbol) {
        return sizes[symbol];
    }

    /** BITS and HUFFVAL (T.81 B.2.4.2). */
    byte[] table() {
        byte[] table = new byte[MAX_BITS + symbols.length];
        for (int i = 1; i <= MAX_BITS; i++) {
            table[i - 1] = (byte) lengths[i];
        }
        for (int i = 0; i < symbols.length; i++) {
            table[MAX_BITS + i] = (byte) symbols[i];
        }
        return table;
    }

    /** Depths of the symbols in Huffman's tree, with a last symbol of the least weight, which keeps the code of all ones. */
    private static int[] depths(long[] counts) {
        int symbols = counts.length + 1;
        long[] weight = Arrays.copyOf(counts, symbols);
        // Counted symbols outweigh the reserved one, so that it is among the deepest.
        for (int i = 0; i < counts.length; i++) {
            weight[i] *= 2;
        }
        weight[symbols - 1] = 1;
        int[] group = new int[symbols];
        Arrays.setAll(group, i -> i);
        int[] depth = new int[symbols];
        while (true) {
            int least = least(weight, -1);
            int next = least(weight, least);
            if (next < 0) {
                return depth;
            }
            weight[least] += weight[next];
            weight[next] = 0;
            for (int i = 0; i < symbols; i++) {
                if (group[i] == least || group[i] == next) {
                    group[i] = least;
                    depth[i]++;
                }
            }
        }
    }

    private static int least(long[] weight, int except) {
        int found = -1;
        for (int i = 0; i < weight.length; i++) {
            if (i != except && weight[i] > 0 && (found < 0 || weight[i] <= weight[found])) {
                found = i;
            }
        }
        return found;
    }

    /** T.81 figure K.3; then the reserved code, the last of the longest, is taken away. */
    private static void shorten(int[] perDepth) {
        int deepest = perDepth.length - 1;
        for (int i = deepest; i > MAX_BITS; i--) {
            while (perDepth[i] > 0) {
                int j = i - 2;
                while (perDepth[j] == 0) {
                    j--;
                }
                perDepth[i] -= 2;
                perDepth[i - 1]++;
                perDepth[j + 1] += 2;
                perDepth[j]--;
            }
        }
        int longest = Math.min(deepest, MAX_BITS);
        while (perDepth[longest] == 0) {
            longest--;
        }
        perDepth[longest]--;
    }

    private void assign() {
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MAX_BITS; length++) {
            for (int i = 0; i < lengths[length]; i++) {
                codes[symbols[index]] = code++;
                sizes[symbols[index++]] = length;
            }
            code <<= 1;
        }
    }
}
