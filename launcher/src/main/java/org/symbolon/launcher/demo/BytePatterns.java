package org.symbolon.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds many byte strings in a stream in one pass. The first six bytes of every pattern are looked up in a bit set at each
 * position; only hits compare the rest, so the speed hardly depends on the number of patterns. Immutable, thread-safe.
 */
final class BytePatterns {
    /** Shorter patterns would be found in noise. */
    static final int MIN_LENGTH = 6;

    static final int MAX_LENGTH = 4096;

    private static final int CHUNK = 1 << 20;
    private static final int FILTER_BITS = 22;
    private static final long WINDOW_MASK = (1L << (8 * MIN_LENGTH)) - 1;

    private final List<byte[]> patterns;
    private final Map<Long, List<Integer>> byPrefix = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);
    private final int longest;

    /** Patterns of less than six bytes or more than 4,096 are an error: the caller decides what is worth looking for. */
    BytePatterns(Collection<byte[]> patterns) {
        this.patterns = new ArrayList<>(patterns);
        int max = MIN_LENGTH;
        for (int index = 0; index < this.patterns.size(); index++) {
            byte[] pattern = this.patterns.get(index);
            if (pattern.length < MIN_LENGTH || pattern.length > MAX_LENGTH) {
                throw new IllegalArgumentException("A pattern has " + MIN_LENGTH + " to " + MAX_LENGTH + " bytes");
            }
            long prefix = prefixOf(pattern);
            byPrefix.computeIfAbsent(prefix, key -> new ArrayList<>()).add(index);
            filter.set(slot(prefix));
            max = Math.max(max, pattern.length);
        }
        this.longest = max;
    }

    int size() {
        return patterns.size();
    }

    /** Reads the stream to its end and tells the number (in the order of the constructor) of each pattern at each place where it begins. */
    void search(InputStream in, IntConsumer found) throws IOException {
        byte[] buffer = new byte[CHUNK + longest];
        int filled = 0;
        boolean end = false;
        while (!end) {
            int read = in.readNBytes(buffer, filled, buffer.length - filled);
            end = read < buffer.length - filled;
            filled += read;
            // a pattern that begins in the last `longest` bytes is looked at again with the next chunk
            int starts = end ? filled : filled - longest;
            searchStarts(buffer, filled, starts, found);
            System.arraycopy(buffer, starts, buffer, 0, filled - starts);
            filled -= starts;
        }
    }

    void search(byte[] bytes, IntConsumer found) {
        searchStarts(bytes, bytes.length, bytes.length, found);
    }

    private void searchStarts(byte[] buffer, int filled, int starts, IntConsumer found) {
        int last = Math.min(starts, filled - MIN_LENGTH + 1);
        if (last <= 0) {
            return;
        }
        long window = 0;
        for (int i = 0; i < MIN_LENGTH - 1; i++) {
            window = window << 8 | (buffer[i] & 0xFF);
        }
        for (int start = 0; start < last; start++) {
            window = (window << 8 | (buffer[start + MIN_LENGTH - 1] & 0xFF)) & WINDOW_MASK;
            if (filter.get(slot(window))) {
                compare(buffer, filled, start, window, found);
            }
        }
    }

    private void compare(byte[] buffer, int filled, int start, long window, IntConsumer found) {
        List<Integer> candidates = byPrefix.get(window);
        if (candidates == null) {
            return;
        }
        for (int index : candidates) {
            byte[] pattern = patterns.get(index);
            int end = start + pattern.length;
            if (end <= filled && Arrays.equals(buffer, start, end, pattern, 0, pattern.length)) {
                found.accept(index);
            }
        }
    }

    private static long prefixOf(byte[] pattern) {
        long prefix = 0;
        for (int i = 0; i < MIN_LENGTH; i++) {
            prefix = prefix << 8 | (pattern[i] & 0xFF);
        }
        return prefix;
    }

    private static int slot(long window) {
        return (int) ((window * 0x9E3779B97F4A7C15L) >>> (64 - FILTER_BITS));
    }
}
