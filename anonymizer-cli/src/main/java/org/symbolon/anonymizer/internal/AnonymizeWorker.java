package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.symbolon.crosswalk.Crosswalk;

/**
 * De-identifies files in batches: all identity halves of a batch are on disk, with one commit, before the first anonymous file
 * of it gets its name. While one batch waits for the disk the next is parted.
 */
public final class AnonymizeWorker implements FileRun.Worker {
    private static final int MAX_BATCH_FILES = 128;
    private static final long MAX_BATCH_BYTES = 4 << 20;
    /** Of files that wait for their names. */
    private static final long MAX_STAGED_BYTES = 256 << 20;

    private static final int MAX_WAITING_BATCHES = 2;

    private final FileRun run;
    private final Parting parting;
    private final Crosswalk crosswalk;
    private final AnonymousFiles target;
    private final RunTally tally;
    private final ExecutorService commits;
    private final ArrayDeque<Batch> waiting = new ArrayDeque<>();
    private List<AnonymousFiles.Item> batch = new ArrayList<>();
    private long batchBytes;
    private long stagedBytes;

    private record Batch(List<AnonymousFiles.Item> items, Future<?> commit) {}

    /** The executor is the caller's. */
    public AnonymizeWorker(
            FileRun run,
            Parting parting,
            Crosswalk crosswalk,
            AnonymousFiles target,
            RunTally tally,
            ExecutorService commits) {
        this.run = run;
        this.parting = parting;
        this.crosswalk = crosswalk;
        this.target = target;
        this.tally = tally;
        this.commits = commits;
    }

    @Override
    public void take(Path file) throws IOException {
        AnonymousFiles.Ticket ticket = target.ticket(file);
        if (ticket.isDone()) {
            run.countDone();
            return;
        }
        PartedFile parted = parting.part(file, target.staging());
        batch.add(new AnonymousFiles.Item(file, ticket, parted));
        batchBytes += held(parted);
        stagedBytes += ticket.originalLength();
        run.count(0, ticket.originalLength());
        if (batch.size() == MAX_BATCH_FILES || batchBytes > MAX_BATCH_BYTES || stagedBytes > MAX_STAGED_BYTES) {
            submit();
        }
    }

    private static long held(PartedFile parted) {
        // a record's anonymous half is in memory too, and about as long as what was read
        return parted.identityHalf().content().length + parted.heldBytes();
    }

    private void submit() throws IOException {
        List<AnonymousFiles.Item> items = batch;
        batch = new ArrayList<>();
        batchBytes = 0;
        stagedBytes = 0;
        waiting.add(new Batch(items, commits.submit(() -> {
            crosswalk.commitAll(
                    items.stream().map(item -> item.parted().identityHalf()).toList());
            return null;
        })));
        while (waiting.size() >= MAX_WAITING_BATCHES
                || (!waiting.isEmpty() && waiting.element().commit().isDone())) {
            settle();
        }
    }

    private void settle() throws IOException {
        Batch oldest = waiting.element();
        await(oldest.commit());
        target.write(oldest.items());
        for (AnonymousFiles.Item item : oldest.items()) {
            item.parted().tally(tally);
            item.parted().close();
        }
        run.count(oldest.items().size(), 0);
        waiting.remove();
    }

    private static void await(Future<?> commit) throws IOException {
        try {
            commit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException("The identity halves could not be committed", e);
        }
    }

    @Override
    public void finish() throws IOException {
        if (!batch.isEmpty()) {
            submit();
        }
        while (!waiting.isEmpty()) {
            settle();
        }
    }

    @Override
    public void close() throws IOException {
        for (Batch one : waiting) {
            for (AnonymousFiles.Item item : one.items()) {
                item.parted().close();
            }
        }
        for (AnonymousFiles.Item item : batch) {
            item.parted().close();
        }
        waiting.clear();
        batch = new ArrayList<>();
    }
}
