package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The one writer: work of any thread is queued, run on the committer's own thread, and made durable by one commit for all
 * that queued up during the last one (group commit). A caller goes on only when its own work is on disk. Work that refuses
 * with a {@link SymbolonException} is undone alone; a fault of the database undoes and fails the whole group. Thread-safe.
 */
public final class GroupCommitter implements AutoCloseable {
    private static final int MAX_QUEUED = 1024;
    private static final int MAX_GROUP = 256;
    private static final long MAX_WAIT_SECONDS = 120;
    private static final long POLL_MILLIS = 200;

    /** Something to do inside the transaction; it touches the database and nothing else, as it may be undone. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final BlockingQueue<Entry<?>> queue = new ArrayBlockingQueue<>(MAX_QUEUED);
    private final Thread thread;
    private volatile boolean closing;

    /** Owns the connection from now on. */
    public GroupCommitter(Connection connection) {
        this.connection = connection;
        this.thread = new Thread(this::run, "crosswalk-committer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /**
     * Returns what the work returned, once it is durable.
     *
     * @throws SymbolonException what the work threw; {@code OUT_OF_RESOURCES} (try again: everything here is idempotent) where
     *     the database failed, the wait was interrupted, or took too long
     */
    public <T> T call(Work<T> work) {
        Entry<T> entry = new Entry<>(work);
        try {
            if (closing || !queue.offer(entry, MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw unavailable(null);
            }
            if (!thread.isAlive()) {
                throw unavailable(null);
            }
            return entry.result.get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (TimeoutException e) {
            throw unavailable(e);
        } catch (ExecutionException e) {
            throw told(e.getCause());
        }
    }

    private void run() {
        List<Entry<?>> group = new ArrayList<>(MAX_GROUP);
        while (!closing || !queue.isEmpty()) {
            try {
                Entry<?> first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                queue.drainTo(group, MAX_GROUP - 1);
                commit(group);
            } catch (InterruptedException e) {
                closing = true;
            } finally {
                group.clear();
            }
        }
    }

    private void commit(List<Entry<?>> group) {
        try {
            Schema.execute(connection, "BEGIN IMMEDIATE");
            for (Entry<?> entry : group) {
                Schema.execute(connection, "SAVEPOINT entry");
                if (!entry.run(connection)) {
                    Schema.execute(connection, "ROLLBACK TO entry");
                }
                Schema.execute(connection, "RELEASE entry");
            }
            Schema.execute(connection, "COMMIT");
            group.forEach(Entry::acknowledge);
        } catch (SQLException | RuntimeException e) {
            undo(e);
            group.forEach(entry -> entry.result.completeExceptionally(e));
        }
    }

    private void undo(Exception cause) {
        try {
            Schema.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A new exception for this thread, whose trace shows where it waited. */
    private static SymbolonException told(@Nullable Throwable cause) {
        if (cause instanceof SymbolonException known) {
            return new SymbolonException(known.code(), String.valueOf(known.getMessage()), known);
        }
        if (cause instanceof SQLException sql) {
            return SqlErrors.of(sql);
        }
        return new SymbolonException(ErrorCode.INTERNAL, "The crosswalk's committer failed", cause);
    }

    private static SymbolonException unavailable(@Nullable Throwable cause) {
        return new SymbolonException(
                ErrorCode.OUT_OF_RESOURCES, "The crosswalk did not confirm in time, or was closed; try again", cause);
    }

    /** Commits what is queued, then closes the connection. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(MAX_WAIT_SECONDS));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        queue.forEach(entry -> entry.result.completeExceptionally(unavailable(null)));
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Entry<T> {
        final CompletableFuture<T> result = new CompletableFuture<>();
        private final Work<T> work;
        private @Nullable Runnable acknowledgement;

        Entry(Work<T> work) {
            this.work = work;
        }

        /** Whether the work was done; a refusal is the caller's, not the group's. */
        boolean run(Connection connection) throws SQLException {
            try {
                T value = work.run(connection);
                acknowledgement = () -> result.complete(value);
                return true;
            } catch (SymbolonException e) {
                acknowledgement = () -> result.completeExceptionally(e);
                return false;
            }
        }

        void acknowledge() {
            if (acknowledgement != null) {
                acknowledgement.run();
            }
        }
    }
}
