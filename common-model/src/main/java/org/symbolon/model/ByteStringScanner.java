package org.symbolon.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for many byte strings at once in streams of any length, in one pass and in constant memory. Immutable, so that
 * several threads may scan with one.
 *
 * <p>Every position's next four bytes are looked up in a bit table; only the few that pass are compared with the patterns
 * of their bucket.
 */
public final class ByteStringScanner {
    /** Shortest pattern taken. */
    public static final int MIN_PATTERN_BYTES = 4;

    private static final int TABLE_BITS = 18;
    private static final int BUFFER_BYTES = 1 << 16;

    private final List<byte[]> patterns;
    private final int longest;
    private final int[][] buckets = new int[1 << TABLE_BITS][];

    /**
     * @param patterns each of at least {@value #MIN_PATTERN_BYTES} bytes; a hit is reported by its index in iteration order
     * @throws IllegalArgumentException if one is shorter
     */
    public ByteStringScanner(Collection<byte[]> patterns) {
        this.patterns = List.copyOf(patterns);
        int longestSoFar = 0;
        for (int index = 0; index < this.patterns.size(); index++) {
            byte[] pattern = this.patterns.get(index);
            if (pattern.length < MIN_PATTERN_BYTES) {
                throw new IllegalArgumentException("A pattern has fewer than " + MIN_PATTERN_BYTES + " bytes");
            }
            longestSoFar = Math.max(longestSoFar, pattern.length);
            int bucket = bucket(pattern, 0);
            int[] old = buckets[bucket];
            int[] grown = old == null ? new int[1] : Arrays.copyOf(old, old.length + 1);
            grown[grown.length - 1] = index;
            buckets[bucket] = grown;
        }
        this.longest = longestSoFar;
    }

    /** The indexes of the patterns that occur in the array. */
    public Set<Integer> scan(byte[] content) {
        Set<Integer> found = new TreeSet<>();
        scanBuffer(content, content.length, content.length, found);
        return found;
    }

    /** The indexes of the patterns that occur in the stream, which is read to its end and not closed. */
    public Set<Integer> scan(InputStream content) throws IOException {
        Set<Integer> found = new TreeSet<>();
        byte[] buffer = new byte[BUFFER_BYTES + longest];
        int filled = 0;
        while (true) {
            int read = content.readNBytes(buffer, filled, buffer.length - filled);
            filled += read;
            boolean last = filled < buffer.length;
            int starts = last ? filled : filled - longest;
            scanBuffer(buffer, starts, filled, found);
            if (last) {
                return found;
            }
            System.arraycopy(buffer, starts, buffer, 0, filled - starts);
            filled -= starts;
        }
    }

    private void scanBuffer(byte[] buffer, int starts, int filled, Set<Integer> found) {
        int lastStart = Math.min(starts - 1, filled - MIN_PATTERN_BYTES);
        for (int at = 0; at <= lastStart; at++) {
            int[] candidates = buckets[bucket(buffer, at)];
            if (candidates != null) {
                for (int index : candidates) {
                    if (occursAt(patterns.get(index), buffer, at, filled)) {
                        found.add(index);
                    }
                }
            }
        }
    }

    private static boolean occursAt(byte[] pattern, byte[] buffer, int at, int filled) {
        return at + pattern.length <= filled
                && Arrays.equals(pattern, 0, pattern.length, buffer, at, at + pattern.length);
    }

    private static int bucket(byte[] bytes, int at) {
        int word = (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
        return (word * 0x9E3779B1) >>> (32 - TABLE_BITS);
    }
}
