package org.symbolon.record.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** Every message of the shared data. */
class RealMessagesTest {
    private static final Path DATA =
            Path.of(System.getProperty("symbolon.repository.root", ".."), "../shared/data/hl7v2");
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int MUTANTS = 4;

    private final RecordReader reader = new RecordReader(RecordOptions.defaults());

    @BeforeEach
    void needsTheSharedData() {
        assumeTrue(Files.isDirectory(DATA), "The shared data lies beside the repository");
    }

    @Test
    void areReadOrRefusedWithACode() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            long start = System.nanoTime();
            String outcome = "read";
            try {
                ClinicalRecord record = reader.read(bytes);
                assertThat(record.format()).isEqualTo(RecordFormat.HL7_V2);
                assertKeepsItsStructure(bytes, record);
            } catch (SymbolonException e) {
                outcome = e.code().name();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes).isEqualTo(Map.of("read", 205, "CORRUPT", 11, "UNSUPPORTED_FORMAT", 1));
    }

    @Test
    void mutantsAreReadOrRefusedWithACode() throws IOException {
        Random random = new Random(20261121);
        for (Path file : files()) {
            byte[] original = Files.readAllBytes(file);
            byte[] bytes = original.length > 20_000 ? Arrays.copyOf(original, 20_000) : original;
            for (int i = 0; i < MUTANTS && bytes.length > 0; i++) {
                byte[] mutant = mutant(bytes, random);
                try {
                    assertKeepsItsStructure(mutant, reader.read(mutant));
                } catch (SymbolonException e) {
                    assertThat(e.getMessage()).doesNotContain("null");
                }
            }
        }
    }

    private static byte[] mutant(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        for (int n = random.nextInt(8); n >= 0; n--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(4)) {
                case 0 -> mutant[at] = (byte) random.nextInt(256);
                case 1 -> mutant[at] = (byte) "|^~\\&\r\n#".charAt(random.nextInt(8));
                case 2 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                default -> mutant = V2.spliced(mutant, at, at, Arrays.copyOfRange(mutant, at / 2, at));
            }
        }
        return mutant;
    }

    /** Every place lies where it says, and whatever is written there, the same places are found again. */
    private static void assertKeepsItsStructure(byte[] bytes, ClinicalRecord record) {
        int end = 0;
        for (Place place : record.places()) {
            assertThat(place.offset()).isGreaterThanOrEqualTo(end);
            assertThat(place.end()).isLessThanOrEqualTo(bytes.length);
            end = place.type() == PlaceType.REMOVABLE ? end : place.end();
        }
        byte[] once = V2.replaced(bytes, record.places(), "X");
        assertThat(paths(V2.read(once))).isEqualTo(paths(record));
        assertThat(paths(V2.read(V2.replaced(bytes, record.places(), "a|b^c~d\\e&f\n#"))))
                .isEqualTo(paths(record));
        V2.read(V2.withoutRemovable(bytes, record.places()));
    }

    /**
     * Whether a lone component is numbered depends on the data type, so on MSH-12 and OBX-2; whether ZDS is known, on its last
     * component.
     */
    private static String paths(ClinicalRecord record) {
        return record.places().stream()
                .map(Place::path)
                .filter(path -> !path.startsWith("ZDS"))
                .map(path -> path.replaceAll("(\\.1)+$", ""))
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
