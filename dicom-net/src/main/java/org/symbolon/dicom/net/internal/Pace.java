package org.symbolon.dicom.net.internal;

import java.time.Duration;

/**
 * Whether a peer sends the rest of its message fast enough. Only time counts in which we waited for it, and it is judged whenever
 * that adds up to the interval, so that neither a pause nor our own slowness is held against it. Owned by one thread.
 */
final class Pace {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long intervalNanos;
    private final int minBytesPerSecond;
    private long waitedNanos;
    private long bytes;

    /** @param minBytesPerSecond 0: any pace will do */
    Pace(Duration interval, int minBytesPerSecond) {
        this.intervalNanos = interval.toNanos();
        this.minBytesPerSecond = minBytesPerSecond;
    }

    /** A message begins. */
    void begin() {
        waitedNanos = 0;
        bytes = 0;
    }

    /** Counts a fragment, and judges if it is time to. */
    boolean isTooSlow(long waitedForFragmentNanos, int fragmentBytes) {
        waitedNanos += waitedForFragmentNanos;
        bytes += fragmentBytes;
        if (waitedNanos < intervalNanos) {
            return false;
        }
        boolean slow = bytes < minBytesPerSecond * (waitedNanos / NANOS_PER_SECOND);
        begin();
        return slow;
    }
}
