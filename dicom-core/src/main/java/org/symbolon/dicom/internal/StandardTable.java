package org.symbolon.dicom.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Vr;

/**
 * {@code standard.tsv}, indexed by tag. The lines stay bytes and are turned into text only when asked for, so that
 * loading allocates three arrays and costs a few milliseconds. A line is {@code tag TAB vr[/vr] TAB vm TAB keyword TAB R?};
 * the tag of a repeating group holds {@code xx}.
 */
public final class StandardTable {
    private static final int MAX_PATTERNS = 256;

    private final byte[] text = Tables.bytes("standard.tsv");
    private final int[] tags;
    private final int[] lineStarts;
    /** For each line the bits of the tag that count; only lines with {@code xx} are kept here. */
    private final int[] patternMasks = new int[MAX_PATTERNS];

    private final int[] patternTags = new int[MAX_PATTERNS];
    private final int[] patternStarts = new int[MAX_PATTERNS];
    private int patterns;
    private @Nullable Map<String, Integer> tagsByKeyword;

    public StandardTable() {
        int lines = 0;
        for (byte b : text) {
            lines += b == '\n' ? 1 : 0;
        }
        int[] allTags = new int[lines];
        int[] allStarts = new int[lines];
        int count = 0;
        for (int start = 0; start < text.length; start = lineEnd(start) + 1) {
            int tag = 0;
            int mask = 0;
            for (int i = start; i < start + 8; i++) {
                int digit = text[i] == 'x' ? 0 : Character.digit(text[i], 16);
                tag = tag << 4 | digit;
                mask = mask << 4 | (text[i] == 'x' ? 0 : 0xF);
            }
            if (mask == -1) {
                allTags[count] = tag ^ Integer.MIN_VALUE;
                allStarts[count++] = start;
            } else {
                patternTags[patterns] = tag;
                patternMasks[patterns] = mask;
                patternStarts[patterns++] = start;
            }
        }
        tags = Arrays.copyOf(allTags, count);
        lineStarts = Arrays.copyOf(allStarts, count);
    }

    /** A handle of the tag's line, or -1. */
    public int find(int tag) {
        int index = Arrays.binarySearch(tags, tag ^ Integer.MIN_VALUE);
        if (index >= 0) {
            return lineStarts[index];
        }
        if ((tag & 0x10000) != 0) {
            return -1;
        }
        for (int i = 0; i < patterns; i++) {
            if ((tag & patternMasks[i]) == patternTags[i]) {
                return patternStarts[i];
            }
        }
        return -1;
    }

    public @Nullable Vr vr(int line) {
        return Vr.of((text[line + 9] & 0xFF) << 8 | (text[line + 10] & 0xFF));
    }

    /** Whether the VR is among those of the line. */
    public boolean hasVr(int line, Vr vr) {
        for (int at = line + 9; text[at - 1] != '\t' || at == line + 9; at += 3) {
            if (((text[at] & 0xFF) << 8 | (text[at + 1] & 0xFF)) == vr.code()) {
                return true;
            }
        }
        return false;
    }

    public String column(int line, int column) {
        int start = line;
        for (int i = 0; i < column; i++) {
            start = columnEnd(start) + 1;
        }
        return new String(text, start, columnEnd(start) - start, StandardCharsets.US_ASCII);
    }

    /** The tag of a keyword; the first group of a repeating group. */
    public synchronized @Nullable Integer tag(String keyword) {
        Map<String, Integer> map = tagsByKeyword;
        if (map == null) {
            map = new HashMap<>(2 * tags.length);
            for (int i = 0; i < tags.length; i++) {
                map.put(column(lineStarts[i], 3), tags[i] ^ Integer.MIN_VALUE);
            }
            for (int i = 0; i < patterns; i++) {
                map.put(column(patternStarts[i], 3), patternTags[i]);
            }
            tagsByKeyword = map;
        }
        return map.get(keyword);
    }

    private int lineEnd(int from) {
        int end = from;
        while (text[end] != '\n') {
            end++;
        }
        return end;
    }

    private int columnEnd(int from) {
        int end = from;
        while (text[end] != '\n' && text[end] != '\t') {
            end++;
        }
        return end;
    }
}
