package org.symbolon.crosswalk;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures a large crosswalk: what an instance takes on disk before and after compaction, and how long committing, compacting
 * and reading take. Arguments: an empty folder, number of series, instances of each, series between two compactions, and
 * {@code counted} or {@code random} for the end of SOP Instance UIDs. Not a test: it takes minutes.
 */
public final class ScaleMeasurement {
    private static final int READS = 2_000;

    private final Crosswalk crosswalk;
    private final Keystore keystore;
    private final int instances;
    private final boolean randomUids;

    private ScaleMeasurement(Crosswalk crosswalk, Keystore keystore, int instances, boolean randomUids) {
        this.crosswalk = crosswalk;
        this.keystore = keystore;
        this.instances = instances;
        this.randomUids = randomUids;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int series = Integer.parseInt(arguments[1]);
        int between = Integer.parseInt(arguments[3]);
        try (Keystore keystore = Samples.keystore(folder);
                Crosswalk crosswalk = Crosswalk.open(folder.resolve("crosswalk"), keystore)) {
            ScaleMeasurement measurement = new ScaleMeasurement(
                    crosswalk, keystore, Integer.parseInt(arguments[2]), arguments[4].equals("random"));
            measurement.run(series, between);
        }
    }

    private void run(int series, int between) {
        long committing = 0;
        long compacting = 0;
        long committingCpu = 0;
        long compactingCpu = 0;
        long start = System.nanoTime();
        for (int first = 0; first < series; first += between) {
            List<List<IdentityHalf>> batches = new ArrayList<>();
            for (int i = first; i < Math.min(series, first + between); i++) {
                batches.add(halves(i));
            }
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            batches.forEach(crosswalk::commitAll);
            committing += System.nanoTime() - begin;
            committingCpu += cpuNanos() - cpu;
            if (first == 0) {
                print("Before the first compaction");
            }
            cpu = cpuNanos();
            begin = System.nanoTime();
            crosswalk.compact(List.of());
            compacting += System.nanoTime() - begin;
            compactingCpu += cpuNanos() - cpu;
        }
        double all = (double) series * instances;
        System.out.printf(
                "%.0f instances in %d s: committing %.1f us of wall and %.1f us of CPU an instance, compacting %.1f and %.1f%n",
                all,
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                committing / 1e3 / all,
                committingCpu / 1e3 / all,
                compacting / 1e3 / all,
                compactingCpu / 1e3 / all);
        print("After the last compaction");
        read(series);
    }

    /** One half of a series that is not open yet, then another of the same. */
    private void read(int series) {
        Random random = new Random(1);
        long first = 0;
        long second = 0;
        for (int i = 0; i < READS; i++) {
            List<IdentityHalf> halves = halves(random.nextInt(series));
            long begin = System.nanoTime();
            require(crosswalk.halves(halves.get(0).key()).contains(halves.get(0)));
            long middle = System.nanoTime();
            require(crosswalk.halves(halves.get(instances - 1).key()).contains(halves.get(instances - 1)));
            first += middle - begin;
            second += System.nanoTime() - middle;
        }
        System.out.printf(
                "Reading one half: %.2f ms where its block is closed, %.2f ms where it is open%n",
                first / 1e6 / READS, second / 1e6 / READS);
    }

    private static void require(boolean found) {
        if (!found) {
            throw new IllegalStateException("A half was not found, or is another");
        }
    }

    private void print(String when) {
        CrosswalkInfo info = crosswalk.info();
        double all = info.counts().halves();
        System.out.printf(
                "%s: %d instances (%d packed in %d blocks); bytes an instance: sealed %.1f, database without free pages %.1f,"
                        + " with them %.1f%n",
                when,
                info.counts().halves(),
                info.packedHalves(),
                info.blocks(),
                info.sealedBytesAnInstance(),
                (info.databaseBytes() - info.freeBytes()) / all,
                info.databaseBytes() / all);
    }

    private List<IdentityHalf> halves(int series) {
        String patient = crosswalk.patient(Samples.person(series / 4)).id();
        Random random = new Random(series);
        List<IdentityHalf> halves = new ArrayList<>(instances);
        for (int i = 0; i < instances; i++) {
            halves.add(Samples.half(keystore.pseudonyms(), patient, series, i, randomUids ? digits(random) : ""));
        }
        return halves;
    }

    /** As many as fit behind the root of a large collection. */
    private static String digits(Random random) {
        StringBuilder digits = new StringBuilder(".1");
        for (int i = 0; i < 29; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
