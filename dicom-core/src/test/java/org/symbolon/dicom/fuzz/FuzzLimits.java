package org.symbolon.dicom.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What no input may exceed. Time and memory are counted for the calling thread alone, so that a busy machine does not count. */
public final class FuzzLimits {
    /** CPU time of one input. */
    public static final Duration MAX_TIME = Duration.ofSeconds(1);

    /** All that is allocated for one input, freed or not. */
    public static final long MAX_ALLOCATED_BYTES = 64 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FuzzLimits() {}

    /**
     * Runs the target once.
     *
     * @throws AssertionError if it passed a limit
     */
    public static void run(FuzzTarget target, byte[] input) throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        target.run(input);
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (nanos > MAX_TIME.toNanos()) {
            throw new AssertionError("An input of " + input.length + " bytes took " + nanos / 1_000_000 + " ms");
        }
        if (allocated > MAX_ALLOCATED_BYTES) {
            throw new AssertionError("An input of " + input.length + " bytes allocated " + (allocated >> 20) + " MiB");
        }
    }
}
