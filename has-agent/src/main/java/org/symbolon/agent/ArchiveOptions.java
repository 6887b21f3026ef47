package org.symbolon.agent;

import java.time.Duration;

/**
 * How long {@link AgentOperations#archive} waits.
 *
 * @param patience it ends when nothing has been confirmed for so long, although objects are still queued (they stay queued);
 *     zero: it ends as soon as everything is queued
 */
public record ArchiveOptions(Duration patience) {
    private static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(10);

    /** Ten minutes. */
    public static ArchiveOptions defaults() {
        return new ArchiveOptions(DEFAULT_PATIENCE);
    }

    public static ArchiveOptions noWait() {
        return new ArchiveOptions(Duration.ZERO);
    }
}
