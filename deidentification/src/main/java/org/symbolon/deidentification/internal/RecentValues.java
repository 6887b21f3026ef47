package org.symbolon.deidentification.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Results of a costly function of texts, as far as they were asked for lately: objects of a series share most of their UIDs.
 * Bounded; thread-safe without locks, since a lost entry is only computed again.
 */
final class RecentValues {
    private static final int ENTRIES = 1 << 12;

    private record Entry(String key, String value) {}

    private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(ENTRIES);

    String get(String key, UnaryOperator<String> function) {
        int hash = key.hashCode();
        int index = (hash ^ (hash >>> 16)) & (ENTRIES - 1);
        Entry entry = entries.get(index);
        if (entry != null && entry.key().equals(key)) {
            return entry.value();
        }
        String value = function.apply(key);
        entries.set(index, new Entry(key, value));
        return value;
    }
}
