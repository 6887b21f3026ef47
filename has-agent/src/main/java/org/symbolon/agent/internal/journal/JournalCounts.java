package org.symbolon.agent.internal.journal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of each kind an outbox has, at one moment.
 *
 * @param oldestQueued when the oldest object was queued that is not confirmed; null: there is none
 */
public record JournalCounts(
        long received,
        long quarantined,
        Map<ObjectState, Long> images,
        Map<ObjectState, Long> records,
        @Nullable Instant oldestQueued) {
    public JournalCounts {
        images = Map.copyOf(images);
        records = Map.copyOf(records);
    }

    /** Images and textual records together. */
    public long total(ObjectState state) {
        return images.getOrDefault(state, 0L) + records(state);
    }

    public long records(ObjectState state) {
        return records.getOrDefault(state, 0L);
    }

    /** Adds up rows. */
    static final class Builder {
        private final Map<ObjectState, Long> images = new EnumMap<>(ObjectState.class);
        private final Map<ObjectState, Long> records = new EnumMap<>(ObjectState.class);

        void add(ObjectKind kind, ObjectState state, long count) {
            (kind == ObjectKind.RECORD ? records : images).put(state, count);
        }

        JournalCounts build(long received, long quarantined, long oldestMillis) {
            return new JournalCounts(
                    received,
                    quarantined,
                    images,
                    records,
                    oldestMillis == 0 ? null : Instant.ofEpochMilli(oldestMillis));
        }
    }
}
