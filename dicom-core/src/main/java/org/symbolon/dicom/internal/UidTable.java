package org.symbolon.dicom.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code uids.tsv}: the registered UIDs of PS3.6 annex A. */
public final class UidTable {
    private final Map<String, Entry> byUid = new HashMap<>();

    /** What is known of one UID. */
    public record Entry(String keyword, String type, String name) {}

    public UidTable() {
        for (String line : Tables.lines("uids.tsv")) {
            String[] columns = line.split("\t", -1);
            byUid.put(columns[0], new Entry(columns[1], columns[2], columns[4]));
        }
    }

    public @Nullable Entry find(String uid) {
        return byUid.get(uid);
    }
}
