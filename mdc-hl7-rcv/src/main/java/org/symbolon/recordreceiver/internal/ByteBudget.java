package org.symbolon.recordreceiver.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Memory that all bodies share. A claim is granted when so much is free, first come, first served, so that a large one is never
 * overtaken for ever. Thread-safe.
 */
final class ByteBudget {
    private final long total;
    private final Deque<Claim> waiting = new ArrayDeque<>();
    private long free;

    ByteBudget(long bytes) {
        this.total = bytes;
        this.free = bytes;
    }

    /** A part of the memory, or a place in the queue for it. */
    final class Claim {
        private final long bytes;
        private final Runnable granted;
        private boolean held;

        private Claim(long bytes, Runnable granted) {
            this.bytes = bytes;
            this.granted = granted;
        }

        /** Gives it back, or leaves the queue. Later calls do nothing. */
        void release() {
            List<Claim> next;
            synchronized (ByteBudget.this) {
                if (held) {
                    held = false;
                    free += bytes;
                } else {
                    waiting.remove(this);
                }
                next = grant();
            }
            next.forEach(each -> each.granted.run());
        }
    }

    /**
     * @param bytes at most the whole budget
     * @param granted called once, by whichever thread, when the claim is held; perhaps before this returns
     */
    Claim claim(long bytes, Runnable granted) {
        if (bytes > total) {
            throw new IllegalArgumentException("A claim is within the budget");
        }
        Claim claim = new Claim(bytes, granted);
        List<Claim> next;
        synchronized (this) {
            waiting.add(claim);
            next = grant();
        }
        next.forEach(each -> each.granted.run());
        return claim;
    }

    private List<Claim> grant() {
        List<Claim> granted = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.element().bytes <= free) {
            Claim claim = waiting.remove();
            free -= claim.bytes;
            claim.held = true;
            granted.add(claim);
        }
        return granted;
    }

    synchronized long freeBytes() {
        return free;
    }
}
