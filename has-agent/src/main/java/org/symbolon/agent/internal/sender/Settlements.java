package org.symbolon.agent.internal.sender;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;

/** Tells those who wait for an object that the data centre has confirmed or refused it. Thread-safe. */
public final class Settlements {
    private final ConcurrentMap<String, List<Watcher>> watchers = new ConcurrentHashMap<>();

    /** Told once for each call of {@link #watch}; must be quick. */
    public interface Watcher {
        /** @param refusal null: confirmed */
        void settled(@Nullable ErrorCode refusal);
    }

    /** Whoever watches asks the journal afterwards, lest it was settled before. */
    public void watch(String dataSetSha256, Watcher watcher) {
        watchers.compute(dataSetSha256, (digest, list) -> {
            List<Watcher> all = list == null ? new CopyOnWriteArrayList<>() : list;
            all.add(watcher);
            return all;
        });
    }

    /** The journal says so already. */
    public void settle(String dataSetSha256, @Nullable ErrorCode refusal) {
        List<Watcher> waiting = watchers.remove(dataSetSha256);
        if (waiting != null) {
            waiting.forEach(watcher -> watcher.settled(refusal));
        }
    }
}
