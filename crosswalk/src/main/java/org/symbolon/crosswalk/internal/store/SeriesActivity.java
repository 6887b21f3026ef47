package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * When this process last added to a series, for the series it added to last: a series that is not among them is idle. Blind
 * indexes of series are its keys. Thread-safe.
 */
final class SeriesActivity {
    private static final int REMEMBERED_SERIES = 1 << 16;

    private final BoundedCache<ByteBuffer, Long> lastNanos = new BoundedCache<>(REMEMBERED_SERIES);

    void touch(byte[] seriesIndex) {
        lastNanos.put(ByteBuffer.wrap(seriesIndex), System.nanoTime());
    }

    boolean isIdle(byte[] seriesIndex, Duration idle) {
        Long last = lastNanos.find(ByteBuffer.wrap(seriesIndex));
        return last == null || System.nanoTime() - last >= idle.toNanos();
    }
}
