package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Records are read into memory, where each takes a multiple of its length; this is who may be in at a time: many small ones, or
 * one of the greatest length. Thread-safe, first come first served.
 */
public final class RecordMemory {
    private static final int UNIT_BYTES = 1024;

    private final int maxBytes;
    private final int units;
    private final Semaphore free;

    /** What is done with a record while it is in memory. It must not enter again. */
    public interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /** @param maxBytes longest record that is taken in */
    public RecordMemory(int maxBytes) {
        this.maxBytes = maxBytes;
        this.units = maxBytes / UNIT_BYTES + 1;
        this.free = new Semaphore(units, true);
    }

    public int maxBytes() {
        return maxBytes;
    }

    /** Waits for room as long as it takes. */
    public <T> T hold(long bytes, Work<T> work) throws IOException, InterruptedException {
        int needed = needed(bytes);
        free.acquire(needed);
        try {
            return work.run();
        } finally {
            free.release(needed);
        }
    }

    /** The same, but {@code OUT_OF_RESOURCES} if others have all the room for so long. */
    public <T> T hold(long bytes, Duration patience, Work<T> work) throws IOException, InterruptedException {
        int needed = needed(bytes);
        if (!free.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "Too many large records are being read");
        }
        try {
            return work.run();
        } finally {
            free.release(needed);
        }
    }

    /** A record longer than any that is taken in gets all there is. */
    private int needed(long bytes) {
        return (int) Math.min(units, bytes / UNIT_BYTES + 1);
    }
}
