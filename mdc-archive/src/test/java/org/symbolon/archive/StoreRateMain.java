package org.symbolon.archive;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;

/** Measures stores a second of 527 KB objects, with 1 and 4 threads: {@code StoreRateMain FOLDER OBJECTS}. Run by hand. */
final class StoreRateMain {
    private static final int OBJECT_BYTES = 527_000;

    private StoreRateMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Logger log = Logger.getLogger("store rate");
        int objects = Integer.parseInt(arguments[1]);
        Instant begin = Instant.now();
        try (EmbeddedCluster cluster = EmbeddedCluster.start(Path.of(arguments[0]), EmbeddedOptions.defaults());
                PlainArchive archive = PlainArchive.open(cluster, ArchiveOptions.embedded())) {
            log.info("up after " + Duration.between(begin, Instant.now()).toMillis() + " ms");
            int first = (int) (System.currentTimeMillis() / 1000 % 100_000) * 10_000;
            for (int threads : new int[] {1, 1, 4, 4, 1, 4}) {
                double rate = rate(archive, first, objects, threads);
                first += objects;
                log.info(threads + " threads: " + Math.round(rate) + " objects/s");
            }
        }
        // ZooKeeper and Netty leave threads behind.
        System.exit(0);
    }

    private static double rate(ObjectArchive archive, int first, int objects, int threads)
            throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        byte[] pixels = new byte[OBJECT_BYTES];
        new Random(1).nextBytes(pixels);
        Instant begin = Instant.now();
        long cpuBefore = cpuNanos();
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            running.add(executor.submit(() -> {
                for (int i = thread; i < objects; i += threads) {
                    SampleObject.of(first + i, pixels).store(archive);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        executor.shutdown();
        Logger.getLogger("store rate").info("CPU " + (cpuNanos() - cpuBefore) / objects / 1000 + " us an object");
        return objects * 1e9 / Duration.between(begin, Instant.now()).toNanos();
    }

    private static long cpuNanos() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
