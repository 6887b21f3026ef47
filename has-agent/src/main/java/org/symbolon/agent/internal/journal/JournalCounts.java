package org.symbolon.agent.internal.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many rows of each kind an outbox has, at one moment. */
public record JournalCounts(
        long received,
        long queued,
        long sent,
        long confirmed,
        long refused,
        long quarantined,
        @Nullable Instant oldestQueued) {}
