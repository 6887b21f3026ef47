package org.symbolon.dicom.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Vr;

/**
 * {@code private.tsv}: elements of the private blocks that vendors have documented, by creator. The lines of a creator
 * stand together and are parsed when that creator is first asked for. Thread-safe.
 */
public final class PrivateTable {
    private final byte[] text = Tables.bytes("private.tsv");
    private final Map<String, Lines> linesByCreator = new HashMap<>();
    private final Map<String, List<Entry>> entriesByCreator = new ConcurrentHashMap<>();

    /** What is known of one private element. */
    public record Entry(int element, int firstGroup, int lastGroup, Vr vr, String multiplicity, String keyword) {}

    private record Lines(int start, int end) {}

    public PrivateTable() {
        int blockStart = 0;
        int creatorEnd = find('\t', 0);
        for (int start = 0; start < text.length; start = find('\n', start) + 1) {
            int end = find('\t', start);
            boolean sameCreator = end - start == creatorEnd - blockStart && equal(start, blockStart, end - start);
            if (!sameCreator) {
                addBlock(blockStart, creatorEnd, start);
                blockStart = start;
                creatorEnd = end;
            }
        }
        addBlock(blockStart, creatorEnd, text.length);
    }

    public @Nullable Entry find(int tag, String creator) {
        Lines lines = linesByCreator.get(creator);
        if (lines == null) {
            return null;
        }
        int group = tag >>> 16;
        int element = tag & 0xFF;
        for (Entry entry : entriesByCreator.computeIfAbsent(creator, name -> parse(lines))) {
            if (entry.element == element && group >= entry.firstGroup && group <= entry.lastGroup) {
                return entry;
            }
        }
        return null;
    }

    private List<Entry> parse(Lines lines) {
        List<Entry> entries = new ArrayList<>();
        String block = new String(text, lines.start, lines.end - lines.start, StandardCharsets.US_ASCII);
        for (String line : block.split("\n")) {
            String[] columns = line.split("\t", -1);
            Vr vr = Vr.of(columns[4].charAt(0) << 8 | columns[4].charAt(1));
            entries.add(new Entry(
                    Integer.parseInt(columns[1], 16),
                    Integer.parseInt(columns[2], 16),
                    Integer.parseInt(columns[3], 16),
                    vr == null ? Vr.UN : vr,
                    columns[5],
                    columns[6]));
        }
        return entries;
    }

    private void addBlock(int start, int creatorEnd, int end) {
        String creator = new String(text, start, creatorEnd - start, StandardCharsets.US_ASCII);
        linesByCreator.put(creator, new Lines(start, end));
    }

    private boolean equal(int first, int second, int length) {
        for (int i = 0; i < length; i++) {
            if (text[first + i] != text[second + i]) {
                return false;
            }
        }
        return true;
    }

    private int find(char wanted, int from) {
        int at = from;
        while (at < text.length && text[at] != wanted) {
            at++;
        }
        return at;
    }
}
