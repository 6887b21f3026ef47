package org.symbolon.bench.records;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.deidentification.text.RecordDeidentifier;
import org.symbolon.deidentification.text.RecordDeidentifierOptions;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/**
 * Textual records a second of one core (CPU time of the one thread, so that what runs beside matters little), from memory: read, de-identify, check what came out, make the identity half. The
 * patients are known to the crosswalk after the first round. Nothing is committed.
 *
 * <pre>RecordRate [--seconds N] [--only v2|fhir] [FILE OR FOLDER...]</pre>
 *
 * Without files: made-up HL7 v2 messages and FHIR resources.
 */
public final class RecordRate {
    private static final int COUNT = 4_000;
    private static final int PEOPLE = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private RecordRate() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        int seconds = 10;
        String only = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--seconds")) {
                seconds = Integer.parseInt(arguments[++i]);
            } else if (arguments[i].equals("--only")) {
                only = arguments[++i];
            } else {
                files.add(Path.of(arguments[i]));
            }
        }
        Path folder = Files.createTempDirectory("record-rate");
        try (Secret password = Secret.of("correct horse");
                Keystore keystore =
                        Keystore.create(folder.resolve("keystore.p12"), password, new OrganisationId("bench"));
                Crosswalk crosswalk = Crosswalk.open(folder.resolve("crosswalk"), keystore)) {
            RecordDeidentifier deidentifier = new RecordDeidentifier(crosswalk, RecordDeidentifierOptions.of("bench"));
            if (files.isEmpty()) {
                SyntheticRecords synthetic = new SyntheticRecords(PEOPLE);
                if (!only.equals("fhir")) {
                    measure("HL7 v2 messages", synthetic.messages(COUNT), deidentifier, seconds);
                }
                if (!only.equals("v2")) {
                    measure("FHIR resources", synthetic.resources(COUNT), deidentifier, seconds);
                }
            } else {
                measure("records", read(files), deidentifier, seconds);
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static List<byte[]> read(List<Path> roots) throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    records.add(Files.readAllBytes(file));
                }
            }
        }
        return records;
    }

    /** Rounds over all records until the seconds of CPU time are over; the first third warms up and does not count. */
    private static void measure(String name, List<byte[]> records, RecordDeidentifier deidentifier, int seconds) {
        List<byte[]> usable = new ArrayList<>();
        for (byte[] record : records) {
            try {
                var unused = deidentifier.deidentify(record);
                usable.add(record);
            } catch (SymbolonException refused) {
                System.out.printf(Locale.ROOT, "left out: %s%n", refused.code());
            }
        }
        if (usable.isEmpty()) {
            return;
        }
        run(usable, deidentifier, seconds / 2.0);
        long start = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        long count = run(usable, deidentifier, seconds);
        double elapsed = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        double wallElapsed = (System.nanoTime() - wall) / 1e9;
        double bytes =
                usable.stream().mapToLong(record -> record.length).average().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f/s of CPU time (%.0f/s by the clock), %.1f MB/s, %.0f bytes on average, %.1f us each%n",
                name,
                count / elapsed,
                count / wallElapsed,
                count * bytes / elapsed / 1e6,
                bytes,
                elapsed / count * 1e6);
    }

    private static long run(List<byte[]> records, RecordDeidentifier deidentifier, double seconds) {
        long end = THREADS.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
        long count = 0;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            for (byte[] record : records) {
                if (deidentifier.deidentify(record).content().length == 0) {
                    throw new IllegalStateException("Nothing came out");
                }
                count++;
            }
        }
        return count;
    }
}
