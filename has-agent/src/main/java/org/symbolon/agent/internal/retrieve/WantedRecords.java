package org.symbolon.agent.internal.retrieve;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.crosswalk.ObjectKey;

/** The textual records that answer a query, one at a time, so that everything needs no memory. Thread-safe. */
final class WantedRecords {
    private static final int PAGE = 256;

    private final @Nullable Journal journal;
    private final Deque<ObjectKey> next = new ArrayDeque<>();
    private long last;

    private WantedRecords(@Nullable Journal journal, Collection<ObjectKey> listed) {
        this.journal = journal;
        this.next.addAll(listed);
    }

    static WantedRecords listed(Collection<ObjectKey> keys) {
        return new WantedRecords(null, keys);
    }

    static WantedRecords everything(Journal journal) {
        return new WantedRecords(journal, List.of());
    }

    /** Null: that was all. */
    synchronized @Nullable ObjectKey next() {
        if (next.isEmpty() && journal != null) {
            for (OutboxObject record : journal.recordsAfter(last, PAGE)) {
                next.add(record.key());
                last = record.id();
            }
        }
        return next.poll();
    }
}
