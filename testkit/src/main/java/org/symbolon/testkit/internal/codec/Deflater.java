package org.symbolon.testkit.internal.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Raw deflate (RFC 1951) in one block of fixed Huffman codes with a greedy search for repetitions. Any inflater reads it;
 * no usual deflater writes the same bytes, which is what makes it a good sample: a stream that was inflated and deflated
 * again is another stream.
 */
public final class Deflater {
    private static final int MIN_MATCH = 3;
    private static final int MAX_MATCH = 258;
    private static final int WINDOW = 32 * 1024;
    private static final int HASH_BITS = 15;
    private static final int END_OF_BLOCK = 256;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASE = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    private Deflater() {}

    public static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.bits(1, 1);
        deflater.bits(1, 2);
        deflater.block(content);
        deflater.symbol(END_OF_BLOCK);
        deflater.bits(0, (8 - deflater.pendingBits) % 8);
        return deflater.out.toByteArray();
    }

    private void block(byte[] content) {
        int[] lastSeen = new int[1 << HASH_BITS];
        Arrays.fill(lastSeen, -1);
        int at = 0;
        while (at < content.length) {
            int length = 0;
            int distance = 0;
            if (at + MIN_MATCH <= content.length) {
                int hash = hash(content, at);
                int candidate = lastSeen[hash];
                lastSeen[hash] = at;
                if (candidate >= 0 && at - candidate <= WINDOW) {
                    length = matchLength(content, candidate, at);
                    distance = at - candidate;
                }
            }
            if (length >= MIN_MATCH) {
                match(length, distance);
                at += length;
            } else {
                symbol(content[at] & 0xFF);
                at++;
            }
        }
    }

    private static int matchLength(byte[] content, int candidate, int at) {
        int limit = Math.min(MAX_MATCH, content.length - at);
        int length = 0;
        while (length < limit && content[candidate + length] == content[at + length]) {
            length++;
        }
        return length;
    }

    private void match(int length, int distance) {
        int lengthCode = code(LENGTH_BASE, length);
        symbol(257 + lengthCode);
        bits(length - LENGTH_BASE[lengthCode], LENGTH_EXTRA[lengthCode]);
        int distanceCode = code(DISTANCE_BASE, distance);
        codeBits(distanceCode, 5);
        bits(distance - DISTANCE_BASE[distanceCode], Math.max(0, distanceCode / 2 - 1));
    }

    private static int code(int[] bases, int value) {
        int found = Arrays.binarySearch(bases, value);
        return found >= 0 ? found : -found - 2;
    }

    /** RFC 1951 3.2.6. */
    private void symbol(int symbol) {
        if (symbol < 144) {
            codeBits(0x30 + symbol, 8);
        } else if (symbol < 256) {
            codeBits(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            codeBits(symbol - 256, 7);
        } else {
            codeBits(0xC0 + symbol - 280, 8);
        }
    }

    /** Huffman codes go most significant bit first, everything else least significant bit first. */
    private void codeBits(int code, int count) {
        bits(Integer.reverse(code) >>> (32 - count), count);
    }

    private void bits(int value, int count) {
        pending |= value << pendingBits;
        pendingBits += count;
        while (pendingBits >= 8) {
            out.write(pending & 0xFF);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    private static int hash(byte[] content, int at) {
        int three = (content[at] & 0xFF) | (content[at + 1] & 0xFF) << 8 | (content[at + 2] & 0xFF) << 16;
        return (three * 0x9E3779B1) >>> (32 - HASH_BITS);
    }
}
