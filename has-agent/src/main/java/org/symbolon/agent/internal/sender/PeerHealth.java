package org.symbolon.agent.internal.sender;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the data centre may be tried again: at once while it works; after a failure with a pause that doubles up to a maximum,
 * a quarter of it random. Shared by all associations. Thread-safe.
 */
public final class PeerHealth {
    private static final Logger LOG = LoggerFactory.getLogger(PeerHealth.class);
    private static final int MAX_DOUBLINGS = 20;

    private final String peer;
    private final Duration firstPause;
    private final Duration longestPause;
    private int failures;
    private long nextTryNanos = System.nanoTime();

    /** @param peer for the log */
    public PeerHealth(String peer, Duration firstPause, Duration longestPause) {
        this.peer = peer;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    public synchronized void worked() {
        if (failures > 0) {
            LOG.info("{} answers again", peer);
        }
        failures = 0;
        nextTryNanos = System.nanoTime();
    }

    /** Failures that several associations see at the same time count once. */
    public synchronized void failed(String reason) {
        long now = System.nanoTime();
        if (failures > 0 && now < nextTryNanos) {
            return;
        }
        long pause = Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(failures, MAX_DOUBLINGS));
        pause += ThreadLocalRandom.current().nextLong(pause / 4 + 1);
        failures++;
        nextTryNanos = now + Duration.ofMillis(pause).toNanos();
        LOG.warn("{} does not take objects, next try in {} ms: {}", peer, pause, reason);
    }

    /** How long to wait, zero if it may be tried now. */
    public synchronized Duration pause() {
        return Duration.ofNanos(Math.max(0, nextTryNanos - System.nanoTime()));
    }
}
