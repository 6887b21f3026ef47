package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.Durable;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.StagedObject;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Steps 4 and 5, in batches: whatever has gathered while the last batch was on its way to the disk makes the next. The order
 * within a batch is what nothing is lost by: staged files forced, identity halves committed to the crosswalk, rows committed
 * to the outbox; only then are sources deleted and tasks told. One thread does it.
 */
final class Staging implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final int MAX_BATCH = 64;
    private static final int MAX_WAITING = 128;
    private static final long POLL_MILLIS = 100;

    /** Identity halves that wait in memory; a single larger one passes alone. */
    private static final int MAX_WAITING_KILOBYTES = 64 << 10;

    private final AgentFolder folder;
    private final Crosswalk crosswalk;
    private final Journal journal;
    private final Runnable queued;
    private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Semaphore kilobytes = new Semaphore(MAX_WAITING_KILOBYTES, true);
    private final Thread thread = new Thread(this::run, "agent-staging");
    private volatile boolean closing;

    /**
     * One parted original.
     *
     * @param staged its anonymous half, written by this task; null: the outbox knows it already
     * @param settled called at the end, whatever the outcome
     */
    record Item(
            PartingTask task, IdentityHalf half, @Nullable StagedObject staged, Runnable settled) {
        FileKind kind() {
            return half.key().isDocument() ? FileKind.PERHAPS_RECORD : FileKind.PERHAPS_DICOM;
        }

        int kilobytes() {
            return Math.min(MAX_WAITING_KILOBYTES, half.content().length / 1024 + 1);
        }
    }

    /** @param queued called after each batch */
    Staging(AgentFolder folder, Crosswalk crosswalk, Journal journal, Runnable queued) {
        this.folder = folder;
        this.crosswalk = crosswalk;
        this.journal = journal;
        this.queued = queued;
        thread.start();
    }

    /** Blocks while too much is waiting. */
    void stage(Item item) throws InterruptedException {
        kilobytes.acquire(item.kilobytes());
        waiting.put(item);
    }

    private void run() {
        List<Item> batch = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            try {
                Item first = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
            } catch (InterruptedException e) {
                // nobody interrupts this thread: close() sets a flag
                continue;
            }
            waiting.drainTo(batch, MAX_BATCH - 1);
            settle(batch);
            batch.clear();
        }
    }

    private void settle(List<Item> batch) {
        @Nullable Rejection failure = makeDurable(batch);
        for (Item item : batch) {
            kilobytes.release(item.kilobytes());
            item.settled().run();
            if (failure == null) {
                item.task().parted(item.half().originalSha256(), item.half().key());
            } else {
                item.task().postponed(item.kind(), failure);
            }
        }
        queued.run();
    }

    private @Nullable Rejection makeDurable(List<Item> batch) {
        try {
            for (Item item : batch) {
                if (item.staged() != null) {
                    Durable.forceFile(folder.staged(item.half().key()));
                }
            }
            crosswalk.commitAll(batch.stream().map(Item::half).toList());
            List<StagedObject> objects = new ArrayList<>();
            List<Long> receivedIds = new ArrayList<>();
            for (Item item : batch) {
                if (item.staged() != null) {
                    objects.add(item.staged());
                }
                if (item.task().receivedId() != null) {
                    receivedIds.add(item.task().receivedId());
                }
            }
            if (!objects.isEmpty()) {
                journal.queue(objects, receivedIds);
            } else if (!receivedIds.isEmpty()) {
                journal.forgetReceived(receivedIds);
            }
            for (Item item : batch) {
                if (item.task().receivedId() != null) {
                    Files.deleteIfExists(item.task().file());
                }
            }
            return null;
        } catch (IOException e) {
            LOG.error(
                    "A batch of {} objects could not be staged: {}",
                    batch.size(),
                    e.getClass().getSimpleName());
            return Rejection.of(ErrorCode.OUT_OF_RESOURCES, "The outbox cannot be written");
        } catch (SymbolonException e) {
            LOG.error("A batch of {} objects could not be staged: {}", batch.size(), e.code());
            return Rejection.of(e);
        } catch (RuntimeException e) {
            LOG.error(
                    "A defect while a batch of {} objects was staged: {}",
                    batch.size(),
                    e.getClass().getName());
            return Rejection.of(
                    ErrorCode.INTERNAL, "A defect of Symbolon: " + e.getClass().getSimpleName());
        }
    }

    /** What was handed over is settled first. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
