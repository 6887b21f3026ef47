package org.symbolon.dicom.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code uids.tsv}: the registered UIDs of PS3.6 annex A. */
public final class UidTable {
    private final Map<String, Entry> byUid = new HashMap<>();
    private final Map<String, Entry> byKeyword = new HashMap<>();

    /** What is known of one UID. */
    public record Entry(String uid, String keyword, String type, boolean retired, String name) {}

    public UidTable() {
        for (String line : Tables.lines("uids.tsv")) {
            String[] columns = line.split("\t", -1);
            Entry entry = new Entry(columns[0], columns[1], columns[2], columns[3].equals("R"), columns[4]);
            byUid.put(entry.uid(), entry);
            if (!entry.keyword().isEmpty()) {
                byKeyword.put(entry.keyword(), entry);
            }
        }
    }

    public @Nullable Entry find(String uid) {
        return byUid.get(uid);
    }

    public @Nullable Entry ofKeyword(String keyword) {
        return byKeyword.get(keyword);
    }
}
