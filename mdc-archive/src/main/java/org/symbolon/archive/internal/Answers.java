package org.symbolon.archive.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for answers of HBase, which come as futures, and turns their failures into the checked ones of the archive. */
final class Answers {
    /** Longer than the client's own operation timeout, which speaks first. */
    private static final long TIMEOUT_SECONDS = 150;

    private Answers() {}

    static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("HBase could not do it", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("HBase did not answer within " + TIMEOUT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for HBase");
        }
    }
}
