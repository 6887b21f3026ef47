package org.symbolon.anonymizer.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the lines of a journal stand, by the first half of their key: two arrays, since a journal may have millions of lines.
 * Immutable once read, and thread-safe.
 */
final class JournalIndex {
    private static final int FIRST_LINES = 1024;
    private static final int PREFIX_DIGITS = 16;

    private final long[] table;
    private final long[] offsets;
    private final long end;

    private JournalIndex(long[] prefixes, long[] lineOffsets, int lines, long end) {
        int size = Integer.highestOneBit(Math.max(lines, 1)) * 4;
        this.table = new long[size];
        this.offsets = new long[size];
        Arrays.fill(offsets, -1);
        for (int i = 0; i < lines; i++) {
            int slot = slot(prefixes[i]);
            while (offsets[slot] >= 0) {
                slot = (slot + 1) & (size - 1);
            }
            table[slot] = prefixes[i];
            offsets[slot] = lineOffsets[i];
        }
        this.end = end;
    }

    /** Reads the whole lines of a journal. */
    static JournalIndex read(FileChannel channel) throws IOException {
        long[] prefixes = new long[FIRST_LINES];
        long[] lineOffsets = new long[FIRST_LINES];
        int lines = 0;
        long lineStart = 0;
        long position = 0;
        byte[] head = new byte[PREFIX_DIGITS];
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)), 1 << 16);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (position - lineStart < PREFIX_DIGITS) {
                head[(int) (position - lineStart)] = (byte) b;
            }
            position++;
            if (b == '\n') {
                if (position - lineStart > DoneJournal.keyDigits() && isHex(head)) {
                    if (lines == prefixes.length) {
                        prefixes = Arrays.copyOf(prefixes, 2 * lines);
                        lineOffsets = Arrays.copyOf(lineOffsets, 2 * lines);
                    }
                    prefixes[lines] = prefix(new String(head, StandardCharsets.US_ASCII));
                    lineOffsets[lines++] = lineStart;
                }
                lineStart = position;
            }
        }
        return new JournalIndex(prefixes, lineOffsets, lines, lineStart);
    }

    private static boolean isHex(byte[] head) {
        for (byte b : head) {
            if (Character.digit(b, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long prefix(String key) {
        return Long.parseUnsignedLong(key.substring(0, PREFIX_DIGITS), 16);
    }

    /** Where lines of this key may be. */
    long[] offsets(String key) {
        long wanted = prefix(key);
        long[] found = new long[0];
        for (int slot = slot(wanted); offsets[slot] >= 0; slot = (slot + 1) & (table.length - 1)) {
            if (table[slot] == wanted) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = offsets[slot];
            }
        }
        return found;
    }

    private int slot(long prefix) {
        return (int) prefix & (table.length - 1);
    }

    /** Where the last whole line ends. */
    long end() {
        return end;
    }
}
