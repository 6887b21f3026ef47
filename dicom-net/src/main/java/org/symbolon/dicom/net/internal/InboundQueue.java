package org.symbolon.dicom.net.internal;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * From the event loop to the one thread that owns the association. It never blocks the event loop: when more than {@link
 * Limits#MAX_QUEUED_BYTES} wait, it turns the tap off, and on again at half of that. What still comes out of the tap, at most
 * one read of the socket, is taken.
 */
final class InboundQueue {
    /** What a queued message costs beside its bytes, so that tiny fragments count as well. */
    private static final int MESSAGE_OVERHEAD_BYTES = 128;

    private final Tap tap;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final ArrayDeque<Inbound> messages = new ArrayDeque<>();
    private long queuedBytes;
    private boolean tapClosed;
    private boolean disposed;

    /** Turns reading from the socket on and off; called with the queue's lock held, must not block. */
    @FunctionalInterface
    interface Tap {
        void turn(boolean on);
    }

    InboundQueue(Tap tap) {
        this.tap = tap;
    }

    void offer(Inbound message) {
        lock.lock();
        try {
            if (disposed) {
                release(message);
                return;
            }
            messages.add(message);
            queuedBytes += weight(message);
            if (queuedBytes > Limits.MAX_QUEUED_BYTES && !tapClosed) {
                tapClosed = true;
                tap.turn(false);
            }
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next message, or null if none comes in time. */
    @Nullable
    Inbound poll(long timeoutNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long remaining = timeoutNanos;
            while (messages.isEmpty()) {
                if (remaining <= 0) {
                    return null;
                }
                remaining = notEmpty.awaitNanos(remaining);
            }
            Inbound message = messages.remove();
            queuedBytes -= weight(message);
            if (tapClosed && queuedBytes <= Limits.MAX_QUEUED_BYTES / 2) {
                tapClosed = false;
                tap.turn(true);
            }
            return message;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a message is there to be polled; false if none comes in time. */
    boolean await(long timeoutNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long remaining = timeoutNanos;
            while (messages.isEmpty() && remaining > 0) {
                remaining = notEmpty.awaitNanos(remaining);
            }
            return !messages.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Releases what is left and what still comes, and lets the tap run. */
    void dispose() {
        lock.lock();
        try {
            disposed = true;
            messages.forEach(InboundQueue::release);
            messages.clear();
            queuedBytes = 0;
            tap.turn(true);
        } finally {
            lock.unlock();
        }
    }

    long queuedBytes() {
        lock.lock();
        try {
            return queuedBytes;
        } finally {
            lock.unlock();
        }
    }

    static void release(Inbound message) {
        if (message instanceof Inbound.Fragment fragment) {
            fragment.data().release();
        }
    }

    private static long weight(Inbound message) {
        return MESSAGE_OVERHEAD_BYTES
                + (message instanceof Inbound.Fragment fragment
                        ? fragment.data().readableBytes()
                        : 0L);
    }
}
