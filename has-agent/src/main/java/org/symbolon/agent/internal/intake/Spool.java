package org.symbolon.agent.internal.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.ReceivedFile;
import org.symbolon.agent.internal.parting.FileKind;
import org.symbolon.agent.internal.parting.Parting;
import org.symbolon.agent.internal.parting.PartingTask;
import org.symbolon.agent.internal.parting.Rejection;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.SymbolonException;

/**
 * Feeds what was received and journalled to the pipeline, oldest first, after a restart as well. What is postponed rests for a
 * while and comes again. One thread of its own.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int MAX_IN_HAND = 128;
    private static final long POLL_MILLIS = 500;
    private static final Duration REST = Duration.ofSeconds(30);

    private final AgentFolder folder;
    private final Journal journal;
    private final Parting parting;
    private final Set<Long> inHand = new HashSet<>();
    private final Map<Long, Long> restingUntilNanos = new HashMap<>();
    private final Thread thread = new Thread(this::run, "agent-spool");
    private long wakes;
    private boolean closing;

    public Spool(AgentFolder folder, Journal journal, Parting parting) {
        this.folder = folder;
        this.journal = journal;
        this.parting = parting;
        thread.start();
    }

    /** Something was received. */
    public synchronized void wake() {
        wakes++;
        notifyAll();
    }

    private void run() {
        try {
            List<ReceivedFile> next = take();
            while (!next.isEmpty()) {
                for (ReceivedFile file : next) {
                    parting.submit(new SpoolTask(file));
                }
                next = take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there is something; empty: closing. */
    private synchronized List<ReceivedFile> take() throws InterruptedException {
        while (!closing) {
            long before = wakes;
            List<ReceivedFile> next = nextOrNone();
            if (!next.isEmpty()) {
                next.forEach(file -> inHand.add(file.id()));
                return next;
            }
            if (before == wakes) {
                wait(POLL_MILLIS);
            }
        }
        return List.of();
    }

    /** A journal that cannot be read now may be read later. */
    private List<ReceivedFile> nextOrNone() {
        try {
            return next();
        } catch (SymbolonException e) {
            LOG.error("The spool's journal cannot be read: {}", e.code());
            return List.of();
        }
    }

    private List<ReceivedFile> next() {
        if (inHand.size() >= MAX_IN_HAND) {
            return List.of();
        }
        long now = System.nanoTime();
        restingUntilNanos.values().removeIf(until -> until - now <= 0);
        int known = inHand.size() + restingUntilNanos.size();
        return journal.receivedAfter(0, MAX_IN_HAND + known).stream()
                .filter(file -> !inHand.contains(file.id()) && !restingUntilNanos.containsKey(file.id()))
                .limit(MAX_IN_HAND - (long) inHand.size())
                .toList();
    }

    private synchronized void done(long id, boolean postponed) {
        inHand.remove(id);
        if (postponed) {
            restingUntilNanos.put(id, System.nanoTime() + REST.toNanos());
        }
        notifyAll();
    }

    /** A file of the spool on its way through the pipeline. */
    private final class SpoolTask implements PartingTask {
        private final ReceivedFile received;

        SpoolTask(ReceivedFile received) {
            this.received = received;
        }

        @Override
        public Path file() {
            return folder.spool().resolve(received.fileName());
        }

        @Override
        public @Nullable Long receivedId() {
            return received.id();
        }

        @Override
        public String origin() {
            return "";
        }

        @Override
        public void parted(String originalSha256, ObjectKey key) {
            done(received.id(), false);
        }

        @Override
        public void rejected(FileKind kind, Rejection rejection) {
            LOG.warn("Received object {} is in quarantine: {}", received.id(), rejection.code());
            done(received.id(), false);
        }

        @Override
        public void postponed(FileKind kind, Rejection reason) {
            LOG.warn("Received object {} is postponed: {}", received.id(), reason.code());
            done(received.id(), true);
        }
    }

    /** What is in the pipeline is not waited for: close that next. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join();
    }
}
