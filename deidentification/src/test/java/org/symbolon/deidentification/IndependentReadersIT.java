package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.SymbolonException;

/** What DCMTK and pydicom make of our results, for every file of the shared test data. */
class IndependentReadersIT {
    private static final Path ROOT = Path.of(System.getProperty("symbolon.repository.root", ".."));
    private static final Path DATA = ROOT.resolve("../shared/data/dicom");
    private static final Path DCMDUMP = Path.of("/usr/bin/dcmdump");
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final Map<Path, Boolean> DCMTK_READS = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private record Pair(Path original, Path anonymous) {}

    @BeforeAll
    static void needsData() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared test data is not beside the repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "basic", "wcpt"})
    void dcmtkReadsWhatItCouldReadBefore(String profile) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(DCMDUMP), "DCMTK is not installed");
        List<String> command = new ArrayList<>(List.of(DCMDUMP.toString(), "-q"));
        for (Pair pair : pairs(profile)) {
            if (DCMTK_READS.computeIfAbsent(pair.original(), this::dcmtkReads)) {
                command.add(pair.anonymous().toString());
            }
        }

        int exit = run(command.toArray(String[]::new));

        assertThat(exit)
                .as(Files.readString(folder.resolve("output"), StandardCharsets.ISO_8859_1))
                .isZero();
        // What pixel rules doubt is refused under archive.
        assertThat(command).hasSizeGreaterThan(profile.equals("archive") ? 100 : 150);
    }

    private boolean dcmtkReads(Path file) {
        try {
            return run(DCMDUMP.toString(), "-q", file.toString()) == 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic"})
    void pydicomFindsNoIdentityAtAnyDepth(String profile) throws Exception {
        Assumptions.assumeTrue(run(PYTHON.toString(), "-c", "import pydicom") == 0, "pydicom is not installed");
        Path list = folder.resolve("pairs");
        List<Pair> pairs = pairs(profile);
        Files.write(
                list,
                pairs.stream()
                        .map(pair -> pair.original() + "\t" + pair.anonymous())
                        .toList());
        Path script = resource("/find_identity.py");
        Path table = resource("/org/symbolon/deidentification/profile/profile-table.txt");
        Path out = folder.resolve("findings");

        int exit = run(out, PYTHON.toString(), script.toString(), table.toString(), list.toString());

        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(exit).as(String.join("\n", lines)).isZero();
        assertThat(lines.subList(0, lines.size() - 1)).isEmpty();
        assertThat(Integer.parseInt(lines.get(lines.size() - 1))).isGreaterThan(pairs.size() - 10);
    }

    @Test
    void halfAGigabyteNeedsLittleMemory() throws Exception {
        Path large = folder.resolve("large.dcm");
        LargeObject.write(large, 500L << 20);
        long before = LargeObject.usedBytes();
        // a secondary capture: profiles that look at pixels would keep it back
        try (Hospital hospital = new Hospital(folder);
                DeidentifiedObject object = hospital.deidentifier("basic").deidentify(large)) {
            Path anonymous = folder.resolve("anonymous.dcm");
            object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
            Path back = folder.resolve("back.dcm");
            new Reidentifier().personalise(anonymous, object.identityHalf(), back, Durability.WHEN_CONVENIENT);
            assertThat(Files.mismatch(large, back)).isEqualTo(-1);
            assertThat(LargeObject.usedBytes() - before).isLessThan(64L << 20);
        }
    }

    private List<Pair> pairs(String profile) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(DATA)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Pair> pairs = new ArrayList<>();
        try (Hospital hospital = new Hospital(folder)) {
            Deidentifier deidentifier = hospital.deidentifier(profile);
            for (Path file : files) {
                Path anonymous = folder.resolve(pairs.size() + ".dcm");
                try (DeidentifiedObject object = deidentifier.deidentify(file)) {
                    object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
                    pairs.add(new Pair(file, anonymous));
                } catch (SymbolonException rejected) {
                    assertThat(Files.exists(anonymous)).isFalse();
                }
            }
        }
        return pairs;
    }

    private Path resource(String name) throws IOException {
        Path copy = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (var in = IndependentReadersIT.class.getResourceAsStream(name)) {
            Files.write(copy, Objects.requireNonNull(in).readAllBytes());
        }
        return copy;
    }

    private int run(String... command) throws IOException, InterruptedException {
        return run(folder.resolve("output"), command);
    }

    private static int run(Path output, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
