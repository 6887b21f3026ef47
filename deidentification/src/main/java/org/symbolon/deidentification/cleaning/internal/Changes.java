package org.symbolon.deidentification.cleaning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/** Changes of one text while they are collected. What overlaps becomes one; neighbours of one kind become one. */
final class Changes {
    private static final int MAX_JOINED_GAP = 2;

    private final String text;
    private final TreeMap<Integer, Change> byStart = new TreeMap<>();

    Changes(String text) {
        this.text = text;
    }

    /** A change inside another is left out; one that reaches beyond it takes both in. */
    void add(Change change) {
        Change joined = change;
        Map.Entry<Integer, Change> before = byStart.floorEntry(change.start());
        if (before != null && before.getValue().end() >= change.end()) {
            return;
        }
        if (before != null && before.getValue().end() > change.start()) {
            joined = union(before.getValue(), joined);
            byStart.remove(before.getKey());
        }
        Map.Entry<Integer, Change> next = byStart.ceilingEntry(joined.start());
        while (next != null && next.getValue().start() < joined.end()) {
            joined = union(joined, next.getValue());
            byStart.remove(next.getKey());
            next = byStart.ceilingEntry(joined.start());
        }
        byStart.put(joined.start(), joined);
    }

    private static Change union(Change one, Change other) {
        int start = Math.min(one.start(), other.start());
        int end = Math.max(one.end(), other.end());
        if (other.start() == start && other.end() == end) {
            return other;
        }
        boolean same = one.replacement().equals(other.replacement());
        return new Change(start, end, same ? one.replacement() : Placeholder.REMOVED.text());
    }

    boolean covers(int position) {
        Map.Entry<Integer, Change> before = byStart.floorEntry(position);
        return before != null && before.getValue().end() > position;
    }

    /** In order; placeholders of one kind that only a blank, comma or hyphen parts are joined. */
    List<Change> list() {
        List<Change> list = new ArrayList<>(byStart.size());
        for (Change change : byStart.values()) {
            Change last = list.isEmpty() ? null : list.get(list.size() - 1);
            if (last != null && joins(last, change)) {
                list.set(list.size() - 1, new Change(last.start(), change.end(), last.replacement()));
            } else {
                list.add(change);
            }
        }
        return list;
    }

    private boolean joins(Change last, Change next) {
        if (!last.replacement().equals(next.replacement())
                || last.replacement().charAt(0) != '['
                || next.start() - last.end() > MAX_JOINED_GAP) {
            return false;
        }
        for (int i = last.end(); i < next.start(); i++) {
            if (" ,-'\u2019.\u00A0^_\u3000".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
