package org.symbolon.portal.images;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps so many values and drops the one that was asked for longest ago. Thread-safe. */
final class LeastRecent<K, V> {
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<K, V> values;

    LeastRecent(int capacity) {
        values = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized @Nullable V find(K key) {
        return values.get(key);
    }

    synchronized void keep(K key, V value) {
        values.put(key, value);
    }
}
