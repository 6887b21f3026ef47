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

    /** Words of a block. */
    static int words() {
        return BLOCK_BYTES / Long.BYTES;
    }

    /** Hashes the words of one whole block and writes the result, lowest byte first. */
    void hash(long[] block, byte[] target, int at) {
        long[] words = key;
        long high = 0;
        // the low halves of the products are summed in two parts, since Java has no carry
        long lowUpper = 0;
        long lowLower = 0;
        for (int i = 0; i < words.length; i += 2) {
            long a = block[i] + words[i];
            long b = block[i + 1] + words[i + 1];
            // in halves: only one of the two compilers of the JVM has an instruction for Math.multiplyHigh
            long aHigh = a >> Integer.SIZE;
            long aLow = a & LOW_HALF;
            long bHigh = b >> Integer.SIZE;
            long bLow = b & LOW_HALF;
            long low = aLow * bLow;
            long first = aHigh * bLow + (low >>> Integer.SIZE);
            long second = aLow * bHigh + (first & LOW_HALF);
            high += aHigh * bHigh + (first >> Integer.SIZE) + (second >> Integer.SIZE);
            lowUpper += second & LOW_HALF;
            lowLower += low & LOW_HALF;
        }
        lowUpper += lowLower >>> Integer.SIZE;
        WORDS.set(target, at, (lowUpper << Integer.SIZE) | (lowLower & LOW_HALF));
        WORDS.set(target, at + Long.BYTES, high + (lowUpper >>> Integer.SIZE));
    }
}
