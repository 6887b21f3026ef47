package org.symbolon.anonymizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.TransferSyntax;
import picocli.CommandLine;

/** The command in a process of its own, which is killed in the middle. */
@Timeout(300)
class KilledRunTest {
    private static final int FILES = 400;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRun run;

    private final Map<String, byte[]> originals = new HashMap<>();

    /** What the process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            String[] rest = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(new CommandLine(new AnonymizeCommand()).execute(rest));
        }
    }

    @BeforeEach
    void makeFiles() throws IOException {
        run = new CommandLineRun(folder);
        for (int i = 0; i < FILES; i++) {
            Path file = Samples.write(
                    folder.resolve("in/" + i + ".dcm"),
                    "1.2.3.4." + i,
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                    SequenceLengths.DEFINED);
            originals.put("1.2.3.4." + i + ".dcm", Files.readAllBytes(file));
        }
    }

    @Test
    void inPlaceEveryFileIsTheOriginalOrHasItsOtherHalf() throws Exception {
        Path in = folder.resolve("in");
        kill("--in-place");
        List<Path> changed = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Path file = in.resolve(i + ".dcm");
            if (!java.util.Arrays.equals(Files.readAllBytes(file), originals.get("1.2.3.4." + i + ".dcm"))) {
                changed.add(file);
            }
        }
        Path moved = Files.createDirectory(folder.resolve("changed"));
        for (Path file : changed) {
            Files.copy(file, moved.resolve(file.getFileName()));
        }
        if (!changed.isEmpty()) {
            assertThat(run.personalize(moved)).as(run.errors()).isZero();
            assertThat(run.lastLine().get("written").asInt()).isEqualTo(changed.size());
        }

        assertThat(run.anonymize(in, "--in-place")).as(run.errors()).isZero();
        assertThat(run.lastLine().get("doneBefore").asInt()).isEqualTo(changed.size());
        assertOriginalsComeBack(in);
    }

    @Test
    void aKilledRunGoesOnWhereItWas() throws Exception {
        kill("--out", run.path("anonymous"));
        long there = Files.exists(folder.resolve("identity/anonymize.journal"))
                ? Files.readAllLines(folder.resolve("identity/anonymize.journal"))
                        .size()
                : 0;

        assertThat(run.anonymize(folder.resolve("in"), "--out", run.path("anonymous")))
                .as(run.errors())
                .isZero();

        assertThat(run.lastLine().get("doneBefore").asLong()).isEqualTo(there);
        assertThat(run.lastLine().get("written").asLong()).isEqualTo(FILES - there);
        assertOriginalsComeBack(folder.resolve("anonymous"));
    }

    /** Ends the process as soon as it has changed something, which a fast one may have come to the end of. */
    private void kill(String... target) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.addAll(List.of(run.arguments("anonymize", "--identity-out", folder.resolve("in"), target)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            long size = Files.size(folder.resolve("in/0.dcm"));
            while (process.isAlive()
                    && Files.size(folder.resolve("in/0.dcm")) == size
                    && !hasResults(folder.resolve("anonymous"))) {
                Thread.sleep(1);
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // 137: killed; 0: it was done already. Anything else is a failure of the command.
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isIn(0, 137);
    }

    /** Whether a folder of a study is there: what waits for its name does not count. */
    private static boolean hasResults(Path anonymous) throws IOException {
        if (!Files.isDirectory(anonymous)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(anonymous)) {
            return inside.anyMatch(path -> !path.getFileName().toString().startsWith("."));
        }
    }

    private void assertOriginalsComeBack(Path anonymous) throws IOException {
        assertThat(run.personalize(anonymous)).as(run.errors()).isZero();
        List<Path> back = CommandLineRun.files(folder.resolve("back"));
        assertThat(back).hasSize(FILES);
        for (Path file : back) {
            assertThat(Files.readAllBytes(file)).isEqualTo(originals.get(String.valueOf(file.getFileName())));
        }
    }
}
