package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that commits and packs is killed at seeded moments, again and again over the same crosswalk. */
class KillTest {
    private static final int KILLS = 4;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    @Timeout(900)
    void whatWasAcknowledgedOutlivesAKill() throws IOException, InterruptedException {
        Path store = folder.resolve("store");
        Path lines = folder.resolve("acknowledged");
        Random random = new Random(20240315);
        try (Keystore keystore = Samples.keystore(folder)) {
            for (int kill = 0; kill < KILLS; kill++) {
                // begins again a little before the end: what is there already must do no harm
                int first = Math.max(0, acknowledged(lines).size() - 20);
                killAfter(store, lines, first, 1 + random.nextInt(300), random.nextInt(20));
                assertAllThere(keystore, store, acknowledged(lines));
            }
        }
        assertThat(acknowledged(lines).size()).isGreaterThan(KILLS);
        try (Keystore keystore = Keystore.open(folder.resolve("keys.p12"), Samples.password());
                Crosswalk crosswalk = Crosswalk.openForReading(store, keystore)) {
            assertThat(crosswalk.info().packedHalves()).as("some were packed").isPositive();
            List<IdentityHalf> all = new ArrayList<>();
            crosswalk.forEachHalf(all::add);
            assertThat(all).as("each once").doesNotHaveDuplicates().hasSize((int)
                    crosswalk.counts().halves());
        }
    }

    private void killAfter(Path store, Path lines, int first, int more, int delayMillis)
            throws IOException, InterruptedException {
        int before = acknowledged(lines).size();
        // packing takes its time in a young process: without waiting for it once, a kill would rarely meet it
        Path packed = folder.resolve("packed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        folder.resolve("keys.p12").toString(),
                        store.toString(),
                        lines.toString(),
                        Integer.toString(first),
                        packed.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            long limit = System.nanoTime() + START_LIMIT.toNanos();
            while ((acknowledged(lines).size() < before + more || !Files.exists(packed))
                    && System.nanoTime() < limit
                    && process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(process.isAlive())
                    .as("the process fell over by itself: %s", Files.readString(folder.resolve("output")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(delayMillis);
        } finally {
            process.destroyForcibly();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static void assertAllThere(Keystore keystore, Path store, List<String> lines) throws IOException {
        try (Crosswalk crosswalk = Crosswalk.open(store, keystore)) {
            for (String line : lines) {
                String[] words = line.split(" ");
                int number = Integer.parseInt(words[0]);
                int series = number / CommittingProcess.INSTANCES_PER_SERIES;
                PatientPseudonym patient = new PatientPseudonym(words[1], Integer.parseInt(words[2]));
                assertThat(crosswalk.patient(Samples.person(series))).isEqualTo(patient);
                IdentityHalf half = Samples.half(keystore.pseudonyms(), patient.id(), series, number);
                assertThat(crosswalk.halves(half.key())).containsExactly(half);
            }
        }
        try (Stream<Path> left = Files.list(store.resolve("native"))) {
            Path own = Path.of(System.getProperty("org.sqlite.tmpdir", ""));
            assertThat(left.filter(path -> !path.equals(own)).count())
                    .as("a killed process leaves its native library, the next one removes it")
                    .isLessThanOrEqualTo(1);
        }
    }

    /** Whole lines only: a kill may tear the last one. */
    private static List<String> acknowledged(Path lines) throws IOException {
        if (!Files.exists(lines)) {
            return List.of();
        }
        String text = Files.readString(lines);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
