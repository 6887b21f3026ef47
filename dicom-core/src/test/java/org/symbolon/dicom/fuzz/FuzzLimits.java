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
     * Runs the target, and again if it passed a limit: the first time may load classes, and instrument them.
     *
     * @throws AssertionError if it passed a limit both times
     */
    public static void run(FuzzTarget target, byte[] input) throws Exception {
        if (excess(target, input).isEmpty()) {
            return;
        }
        String excess = excess(target, input);
        if (!excess.isEmpty()) {
            throw new AssertionError("An input of " + input.length + " bytes " + excess);
        }
    }

    /** What passed a limit, empty if nothing did. */
    private static String excess(FuzzTarget target, byte[] input) throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        target.run(input);
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (nanos > MAX_TIME.toNanos()) {
            return "took " + nanos / 1_000_000 + " ms";
        }
        return allocated > MAX_ALLOCATED_BYTES ? "allocated " + (allocated >> 20) + " MiB" : "";
    }
}
