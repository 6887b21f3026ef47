package org.symbolon.archive;

import static org.symbolon.archive.SampleObject.HOSPITAL;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process that {@link CrashIT} kills. {@code store FOLDER OUT FIRST}: three associations store objects until the process
 * dies; {@code close FOLDER OUT FIRST}: one object, then a clean end. Each line of OUT that is there in full is a fact:
 * {@code UP} or the number of an acknowledged object.
 */
final class CrashChild {
    static final String UP = "UP";
    private static final int PIXEL_BYTES = 64_000;
    private static final int ASSOCIATIONS = 3;
    private static final int MAX_OBJECTS = 100_000;

    private CrashChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        boolean storeUntilKilled = arguments[0].equals("store");
        int first = Integer.parseInt(arguments[3]);
        try (BufferedWriter out = Files.newBufferedWriter(
                        Path.of(arguments[2]),
                        StandardCharsets.US_ASCII,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                EmbeddedCluster cluster = EmbeddedCluster.start(Path.of(arguments[1]), EmbeddedOptions.defaults());
                PlainArchive archive = PlainArchive.open(cluster, ArchiveOptions.embedded())) {
            tell(out, UP);
            if (storeUntilKilled) {
                storeMany(archive, out, first);
            } else {
                object(first).store(archive);
                tell(out, Integer.toString(first));
            }
        }
        // ZooKeeper and Netty leave threads behind.
        Runtime.getRuntime().halt(0);
    }

    /** The object that every process of the test stores under a number. */
    static SampleObject object(int number) {
        return SampleObject.of(number, number, PIXEL_BYTES);
    }

    private static void storeMany(ObjectArchive archive, BufferedWriter out, int first)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger(first);
        ExecutorService associations = Executors.newFixedThreadPool(ASSOCIATIONS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            running.add(associations.submit(() -> {
                for (int number = next.getAndIncrement(); number < MAX_OBJECTS; number = next.getAndIncrement()) {
                    object(number).store(archive);
                    tell(out, Integer.toString(number));
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
    }

    private static synchronized void tell(BufferedWriter out, String fact) throws IOException {
        out.write(fact + "\n");
        out.flush();
    }

    static boolean isStored(ObjectArchive archive, SampleObject object) throws IOException {
        InstanceHeader header = object.header();
        return archive.holds(HOSPITAL, header.sopInstanceUid(), header.seriesInstanceUid(), object.sha256());
    }
}
