package org.symbolon.dicom.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Vr;

/** {@code private.tsv}: elements of the private blocks that vendors have documented, by creator. */
public final class PrivateTable {
    private final Map<String, List<Entry>> byCreator = new HashMap<>();

    /** What is known of one private element. */
    public record Entry(int element, int firstGroup, int lastGroup, Vr vr, String multiplicity, String keyword) {}

    public PrivateTable() {
        for (String line : Tables.lines("private.tsv")) {
            String[] columns = line.split("\t", -1);
            String letters = columns[4];
            Vr vr = Vr.of(letters.charAt(0) << 8 | letters.charAt(1));
            Entry entry = new Entry(
                    Integer.parseInt(columns[1], 16),
                    Integer.parseInt(columns[2], 16),
                    Integer.parseInt(columns[3], 16),
                    vr == null ? Vr.UN : vr,
                    columns[5],
                    columns[6]);
            byCreator.computeIfAbsent(columns[0], creator -> new ArrayList<>()).add(entry);
        }
    }

    public @Nullable Entry find(int tag, String creator) {
        List<Entry> entries = byCreator.get(creator);
        if (entries == null) {
            return null;
        }
        int group = tag >>> 16;
        int element = tag & 0xFF;
        for (Entry entry : entries) {
            if (entry.element == element && group >= entry.firstGroup && group <= entry.lastGroup) {
                return entry;
            }
        }
        return null;
    }
}
