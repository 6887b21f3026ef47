package org.symbolon.agent.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.crosswalk.CompactionSummary;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.model.SymbolonException;

/** Packs the identity halves of series that nothing was added to for a while, on a thread of its own. */
public final class Packing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Packing.class);
    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Crosswalk crosswalk;
    private final Duration idle;
    private final List<String> projects;
    private final long pauseMillis;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "agent-packing");

    /** @param project by whose name UIDs were derived */
    public Packing(Crosswalk crosswalk, Duration idle, String project) {
        this.crosswalk = crosswalk;
        this.idle = idle;
        this.projects = List.of(project);
        this.pauseMillis = Math.max(SHORTEST_PAUSE_MILLIS, Math.min(LONGEST_PAUSE_MILLIS, idle.toMillis() / 2));
        thread.start();
    }

    private void run() {
        try {
            while (!closing.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                pack();
            }
        } catch (InterruptedException e) {
            // nobody interrupts this thread: close() opens a latch
            LOG.debug("Interrupted");
        }
    }

    private void pack() {
        try {
            CompactionSummary summary = crosswalk.compactIdle(idle, projects);
            if (summary.halves() > 0) {
                LOG.info("Packed {} identity halves", summary.halves());
            }
        } catch (SymbolonException e) {
            LOG.warn("Identity halves could not be packed, and are tried again: {}", e.code());
        } catch (RuntimeException e) {
            LOG.error(
                    "A defect while identity halves were packed: {}",
                    e.getClass().getName());
        }
    }

    /** Waits for a packing under way. */
    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        thread.join();
    }
}
