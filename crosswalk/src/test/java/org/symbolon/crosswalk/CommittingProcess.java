package org.symbolon.crosswalk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process to be killed: four threads commit halves for ever, and write a line for each that was acknowledged, while a fifth
 * packs them. Arguments:
 * keystore, crosswalk folder, file for the lines, first instance.
 */
public final class CommittingProcess {
    private static final int THREADS = 4;
    static final int INSTANCES_PER_SERIES = 25;

    private CommittingProcess() {}

    /** Ends only with the process. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Keystore keystore = Keystore.open(Path.of(arguments[0]), Samples.password());
        Crosswalk crosswalk = Crosswalk.open(Path.of(arguments[1]), keystore);
        int first = Integer.parseInt(arguments[3]);
        try (OutputStream lines =
                Files.newOutputStream(Path.of(arguments[2]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Thread[] threads = new Thread[THREADS];
            for (int i = 0; i < THREADS; i++) {
                int start = first + i;
                threads[i] = new Thread(() -> commitForEver(keystore, crosswalk, start, lines));
                threads[i].start();
            }
            Path packed = Path.of(arguments[4]);
            Thread packing = new Thread(() -> packForEver(crosswalk, packed));
            packing.start();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /** Touches the file each time that packing has come to its end and something lies packed. */
    private static void packForEver(Crosswalk crosswalk, Path packed) {
        while (true) {
            crosswalk.compact(List.of());
            try {
                if (crosswalk.info().packedHalves() > 0) {
                    Files.write(packed, new byte[0]);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void commitForEver(Keystore keystore, Crosswalk crosswalk, int start, OutputStream lines) {
        for (int number = start; ; number += THREADS) {
            int series = number / INSTANCES_PER_SERIES;
            PatientPseudonym patient = crosswalk.patient(Samples.person(series));
            crosswalk.commit(Samples.half(keystore.pseudonyms(), patient.id(), series, number));
            String line = number + " " + patient.id() + " " + patient.dateShiftDays() + "\n";
            try {
                synchronized (lines) {
                    lines.write(line.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
