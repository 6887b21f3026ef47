package org.symbolon.agent.internal.sender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.agent.internal.journal.ContextPair;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.ObjectKind;
import org.symbolon.agent.internal.journal.ObjectState;
import org.symbolon.agent.internal.journal.OutboxObject;

/** Hands the open objects of one kind in the journal to those that send them, each to one at a time. Thread-safe. */
public final class Claims {
    private final Journal journal;
    private final ObjectKind kind;
    private final int maxPairs;
    private final Set<Long> claimed = new HashSet<>();

    /** @param maxPairs most different presentation contexts that one batch may need */
    public Claims(Journal journal, ObjectKind kind, int maxPairs) {
        this.journal = journal;
        this.kind = kind;
        this.maxPairs = maxPairs;
    }

    /** Objects that are acknowledged and unconfirmed first, then those tried least. Empty if there are none within the time. */
    public synchronized List<OutboxObject> take(int limit, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        List<OutboxObject> batch = next(limit);
        while (batch.isEmpty() && end - System.nanoTime() > 0) {
            wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            batch = next(limit);
        }
        batch.forEach(object -> claimed.add(object.id()));
        return batch;
    }

    private List<OutboxObject> next(int limit) {
        List<OutboxObject> candidates = new ArrayList<>(journal.open(kind, ObjectState.SENT, claimed, limit));
        if (candidates.size() < limit) {
            candidates.addAll(journal.open(kind, ObjectState.QUEUED, claimed, limit - candidates.size()));
        }
        Set<ContextPair> pairs = new LinkedHashSet<>();
        List<OutboxObject> batch = new ArrayList<>();
        for (OutboxObject candidate : candidates) {
            if (pairs.contains(candidate.context()) || pairs.size() < maxPairs) {
                pairs.add(candidate.context());
                batch.add(candidate);
            }
        }
        return batch;
    }

    public synchronized void release(List<OutboxObject> batch) {
        batch.forEach(object -> claimed.remove(object.id()));
    }

    /** Something was queued. */
    public synchronized void wake() {
        notifyAll();
    }
}
