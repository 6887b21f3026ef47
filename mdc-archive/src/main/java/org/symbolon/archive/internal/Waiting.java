package org.symbolon.archive.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Waits for what only polling can tell, never without an end. */
final class Waiting {
    private static final long POLL_MILLIS = 20;

    /** A condition that may fail to be asked. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    private Waiting() {}

    static void until(Instant deadline, String what, Condition condition) throws IOException {
        while (!condition.holds()) {
            if (Instant.now().isAfter(deadline)) {
                throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "Waited in vain for " + what);
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the cluster starts");
        }
    }
}
