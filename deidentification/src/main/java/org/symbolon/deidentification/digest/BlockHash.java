package org.symbolon.deidentification.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The universal hash NH (RFC 4418 section 5.2.2) over signed 64-bit words: the sum of (m[i] + k[i]) * (m[i+1] + k[i+1])
 * modulo 2^128. Two blocks that differ have the same hash for at most one key in 2^63. It hides nothing and must not be seen
 * by others: {@link KeyedDigest} puts a MAC over it. Immutable and thread-safe.
 */
final class BlockHash {
    static final int BLOCK_BYTES = 4096;
    static final int HASH_BYTES = 16;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final long[] key;

    /** The key has as many bytes as a block. */
    BlockHash(byte[] key) {
        this.key = new long[BLOCK_BYTES / Long.BYTES];
        for (int i = 0; i < this.key.length; i++) {
            this.key[i] = (long) WORDS.get(key, i * Long.BYTES);
        }
    }

    /** Hashes one whole block and writes the result, lowest byte first. */
    void hash(byte[] bytes, int from, byte[] target, int at) {
        long[] words = key;
        long high = 0;
        // the low halves of the products are summed in two parts, since Java has no carry
        long lowUpper = 0;
        long lowLower = 0;
        for (int i = 0; i < words.length; i += 2) {
            long a = (long) WORDS.get(bytes, from + i * Long.BYTES) + words[i];
            long b = (long) WORDS.get(bytes, from + (i + 1) * Long.BYTES) + words[i + 1];
            long low = a * b;
            high += Math.multiplyHigh(a, b);
            lowUpper += low >>> 32;
            lowLower += low & LOW_HALF;
        }
        lowUpper += lowLower >>> 32;
        WORDS.set(target, at, (lowUpper << 32) | (lowLower & LOW_HALF));
        WORDS.set(target, at + Long.BYTES, high + (lowUpper >>> 32));
    }
}
