package org.symbolon.receiver.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was opened, to be closed in the opposite order, each even where another one fails to. One thread at a time. */
public final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T resource) {
        resources.push(resource);
        return resource;
    }

    /** Closes everything; what fails then is added to the failure that led here. */
    public void closeAfter(Exception failure) {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Throws the first failure, with the others suppressed. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = with(failure, e);
            } catch (Exception e) {
                failure = with(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static IOException with(@Nullable IOException earlier, Exception failure) {
        if (earlier != null) {
            earlier.addSuppressed(failure);
            return earlier;
        }
        return failure instanceof IOException io
                ? io
                : new IOException("A part of the data centre did not close", failure);
    }
}
