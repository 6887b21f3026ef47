package org.symbolon.agent.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.Durable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Writes of many threads, made durable by few commits: whatever has gathered while one transaction was on its way to the disk
 * goes into the next. A folder may be named with a write; the names in it are forced to disk before the commit, so that no
 * row ever speaks of a file that a power failure can take away. Owns the writing connection and the one thread that uses it.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_BATCH = 512;
    private static final int MAX_WAITING = 4096;
    private static final long POLL_MILLIS = 100;

    /** One write, run within the transaction. */
    interface Write<T> {
        T apply(Connection connection) throws SQLException;
    }

    private record Task<T>(@Nullable Path folder, Write<T> write, CompletableFuture<T> outcome) {}

    /** The result of a write, to be handed out after the commit. */
    private interface Completion {
        void complete();
    }

    private final Connection connection;
    private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread thread;
    private volatile boolean closing;

    GroupCommit(Connection connection) {
        this.connection = connection;
        this.thread = new Thread(this::run, "outbox-journal");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Returns when the write is on disk. */
    <T> T write(@Nullable Path folder, Write<T> write) {
        if (closing) {
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The outbox is closed");
        }
        Task<T> task = new Task<>(folder, write, new CompletableFuture<>());
        try {
            waiting.put(task);
            return task.outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SymbolonException(ErrorCode.OUTCOME_UNKNOWN, "Interrupted while the outbox was being written", e);
        } catch (ExecutionException e) {
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The outbox cannot be written", e.getCause());
        }
    }

    private void run() {
        List<Task<?>> batch = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            try {
                Task<?> first = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
            } catch (InterruptedException e) {
                // nobody interrupts this thread: close() sets a flag, as an interrupt would close the channel being
                // forced
                continue;
            }
            waiting.drainTo(batch, MAX_BATCH - 1);
            commit(batch);
            batch.clear();
        }
    }

    private void commit(List<Task<?>> batch) {
        List<Completion> completions = new ArrayList<>(batch.size());
        try {
            forceFolders(batch);
            for (Task<?> task : batch) {
                completions.add(apply(task));
            }
            connection.commit();
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.error("A transaction of {} writes of the outbox failed", batch.size(), e);
            rollBack();
            batch.forEach(task -> task.outcome.completeExceptionally(e));
            return;
        }
        completions.forEach(Completion::complete);
    }

    private <T> Completion apply(Task<T> task) throws SQLException {
        T result = task.write.apply(connection);
        return () -> task.outcome.complete(result);
    }

    private static void forceFolders(List<Task<?>> batch) throws IOException {
        Set<Path> folders = new HashSet<>();
        for (Task<?> task : batch) {
            if (task.folder != null && folders.add(task.folder)) {
                Durable.forceFolder(task.folder);
            }
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.error("A transaction of the outbox could not be rolled back", e);
        }
    }

    /** Writes that were handed over are done first. */
    @Override
    public void close() throws SQLException {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
