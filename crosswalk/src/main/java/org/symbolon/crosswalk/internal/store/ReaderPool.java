package org.symbolon.crosswalk.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Connections for reading, made when first needed, at most {@link #MAX_CONNECTIONS} at a time. Thread-safe. */
public final class ReaderPool implements AutoCloseable {
    static final int MAX_CONNECTIONS = 8;
    private static final long MAX_WAIT_SECONDS = 30;

    private final CrosswalkFolder folder;
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    public ReaderPool(CrosswalkFolder folder) {
        this.folder = folder;
    }

    /** Verifies that the keystore and the version fit; whether the version is the newest. */
    public boolean check(byte[] keyCheck) {
        return read(connection -> Schema.check(connection, keyCheck) == Schema.VERSION);
    }

    /** Runs on the calling thread, and sees one state of the database. The work must not read through the pool itself. */
    public <T> T read(GroupCommitter.Work<T> work) {
        acquire();
        try {
            Connection connection = take();
            boolean reusable = false;
            try {
                T result = inTransaction(connection, work);
                reusable = true;
                return result;
            } finally {
                giveBack(connection, reusable);
            }
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The crosswalk's folder cannot be used", e);
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "Too many readers of the crosswalk");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "Interrupted while waiting for the crosswalk", e);
        }
    }

    private Connection take() throws IOException {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("The crosswalk was closed");
            }
            Connection connection = idle.poll();
            if (connection != null) {
                return connection;
            }
        }
        return Schema.openReader(folder);
    }

    private static <T> T inTransaction(Connection connection, GroupCommitter.Work<T> work) throws SQLException {
        Schema.execute(connection, "BEGIN");
        T result = work.run(connection);
        Schema.execute(connection, "COMMIT");
        return result;
    }

    /** Closing one whose work failed ends its transaction. */
    private void giveBack(Connection connection, boolean reusable) throws SQLException {
        synchronized (idle) {
            if (!closed && reusable) {
                idle.push(connection);
                return;
            }
        }
        connection.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            try {
                for (Connection connection : idle) {
                    connection.close();
                }
            } catch (SQLException e) {
                throw SqlErrors.of(e);
            } finally {
                idle.clear();
            }
        }
    }
}
