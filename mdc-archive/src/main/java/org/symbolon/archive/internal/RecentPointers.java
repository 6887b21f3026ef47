package org.symbolon.archive.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.model.OrganisationId;

/**
 * Pointers known to be in the index, so that the thousand instances of a series do not write the same ones a thousand times.
 * Bounded; forgetting one costs a repeated write only. Thread-safe.
 */
final class RecentPointers {
    /** A pointer with the value it was written with. */
    record Pointer(
            IndexTable table, OrganisationId organisation, String identifier, String target, SeriesSummary summary) {}

    private final Map<Pointer, Boolean> known;

    RecentPointers(int capacity) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Pointer, Boolean> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized boolean contains(Pointer pointer) {
        return known.get(pointer) != null;
    }

    /** To be called once the pointer is durable. */
    synchronized void add(Pointer pointer) {
        known.put(pointer, Boolean.TRUE);
    }
}
