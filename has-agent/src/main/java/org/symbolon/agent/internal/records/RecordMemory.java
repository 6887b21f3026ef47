package org.symbolon.agent.internal.records;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Records are read into memory, where each takes a multiple of its length; this is who may be in at a time: many small ones, or
 * one of the greatest length. Thread-safe, first come first served.
 */
public final class RecordMemory {
    private static final int UNIT_BYTES = 1024;

    private final int maxBytes;
    private final int units;
    private final Semaphore free;

    /** @param maxBytes longest record that is taken in */
    public RecordMemory(int maxBytes) {
        this.maxBytes = maxBytes;
        this.units = maxBytes / UNIT_BYTES + 1;
        this.free = new Semaphore(units, true);
    }

    public int maxBytes() {
        return maxBytes;
    }

    /** Room for one record, until it is closed. */
    public final class Room implements AutoCloseable {
        private final int taken;

        private Room(int taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            free.release(taken);
        }
    }

    /** Waits for room. A record longer than any that is taken in gets all there is. */
    public Room enter(long bytes) throws InterruptedException {
        int needed = needed(bytes);
        free.acquire(needed);
        return new Room(needed);
    }

    /**
     * The same, but not for ever.
     *
     * @throws TimeoutException if others took all the room for so long
     */
    public Room enter(long bytes, Duration patience)
            throws InterruptedException, TimeoutException {
        int needed = needed(bytes);
        if (!free.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("No room for a record");
        }
        return new Room(needed);
    }

    private int needed(long bytes) {
        return (int) Math.min(units, bytes / UNIT_BYTES + 1);
    }
}
