package org.symbolon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.archive.SampleObject.HOSPITAL;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.model.InstanceRecord;

/**
 * Kills the process of the embedded cluster with SIGKILL, at seeded moments of its start and of its stores, and lets the next
 * one start on what it left. {@code -Dsymbolon.crash.kills} and {@code -Dsymbolon.crash.seed} ask for more or others.
 */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final int KILLS = Integer.getInteger("symbolon.crash.kills", 4);
    private static final long SEED = Long.getLong("symbolon.crash.seed", 20_261_121);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    /** Every so many kills, one hits the start. */
    private static final int START_KILL_EVERY = 4;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void alone() throws IOException {
        TestCluster.end();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Random random = new Random(SEED);
        List<Integer> acknowledged = new ArrayList<>();
        int first = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            boolean duringStart = kill % START_KILL_EVERY == 1;
            Path out = folder.resolve("out" + kill);
            List<String> facts = killed(data, out, first, random, duringStart);
            List<Integer> numbers = numbers(facts);
            LOG.info("Kill {}: {} objects acknowledged", kill, numbers.size());
            acknowledged.addAll(numbers);
            // Objects that were under way are sent again by the next process, as an outbox would.
            first = acknowledged.isEmpty()
                    ? 0
                    : Math.max(0, acknowledged.stream().mapToInt(n -> n).max().getAsInt() - 2);
        }
        assertThat(acknowledged).isNotEmpty();
        endsCleanly(data, folder.resolve("out-clean"), first);
        acknowledged.add(first);

        try (EmbeddedCluster cluster = EmbeddedCluster.start(data, EmbeddedOptions.defaults());
                PlainArchive archive = PlainArchive.open(cluster, ArchiveOptions.embedded())) {
            for (int number : acknowledged) {
                assertThat(CrashChild.isStored(archive, CrashChild.object(number)))
                        .isTrue();
            }
            storingAllAgainCompletesAndDoublesNothing(archive, first);
        }
    }

    private static void storingAllAgainCompletesAndDoublesNothing(PlainArchive archive, int last) throws IOException {
        for (int number = 0; number <= last; number++) {
            assertThat(CrashChild.object(number).store(archive).outcome()).isNotEqualTo(StoreOutcome.CONFLICT_KEPT);
        }
        // A kill may have left one object more for each association.
        List<String> files = new ArrayList<>();
        archive.scan().forEachFile((path, length, content) -> {
            if (path.startsWith("/" + HOSPITAL + "/") || path.startsWith("/tmp/symbolon/")) {
                files.add(path);
            }
        });
        assertThat(files)
                .doesNotHaveDuplicates()
                .allMatch(path -> path.startsWith("/" + HOSPITAL) && !path.contains("~"));
        assertThat(archive.scan().indexedInstances()).isBetween((long) last + 1, (long) files.size());
        for (int number = 0; number <= last; number++) {
            SampleObject object = CrashChild.object(number);
            List<InstanceRecord> found =
                    archive.instance(HOSPITAL, object.header().sopInstanceUid());
            assertThat(found).hasSize(1);
            assertThat(digest(archive, found.get(0))).isEqualTo(object.sha256());
        }
    }

    private static List<String> killed(Path data, Path out, int first, Random random, boolean duringStart)
            throws IOException, InterruptedException {
        Process process = child("store", data, out, first);
        try {
            if (duringStart) {
                Thread.sleep(1_000 + random.nextInt(8_000));
            } else {
                Instant begin = Instant.now();
                while (!facts(out).contains(CrashChild.UP)) {
                    assertThat(process.isAlive()).as("the cluster starts").isTrue();
                    assertThat(Duration.between(begin, Instant.now())).isLessThan(LONGEST_START);
                    Thread.sleep(50);
                }
                LOG.info(
                        "Up after {} ms", Duration.between(begin, Instant.now()).toMillis());
                Thread.sleep(200 + random.nextInt(3_000));
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        return facts(out);
    }

    private static void endsCleanly(Path data, Path out, int number) throws IOException, InterruptedException {
        Process process = child("close", data, out, number);
        try {
            assertThat(process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(numbers(facts(out))).containsExactly(number);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process child(String mode, Path data, Path out, int first) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx768m",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        mode,
                        data.toString(),
                        out.toString(),
                        Integer.toString(first))
                .redirectErrorStream(true)
                .redirectOutput(out.resolveSibling(out.getFileName() + ".log").toFile())
                .start();
    }

    /** Complete lines only. */
    private static List<String> facts(Path out) throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        String text = Files.readString(out, StandardCharsets.US_ASCII);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static List<Integer> numbers(List<String> facts) {
        return facts.stream()
                .filter(fact -> !fact.equals(CrashChild.UP))
                .map(Integer::valueOf)
                .toList();
    }

    private static String digest(ObjectArchive archive, InstanceRecord instance) throws IOException {
        try (InputStream in = archive.open(instance, instance.dataSetOffset())) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
