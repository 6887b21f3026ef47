package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.deidentification.Hospital;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** Every record of the shared data that can be read is parted, and put together again byte for byte. */
class SharedRecordsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Hospital hospital;

    @BeforeAll
    static void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    @ParameterizedTest
    @CsvSource({"cda, 0", "cda-synthea, 0", "hl7v2, 0", "hl7v3, 0", "generated, 0", "fhir, 0", "fhir-synthea, 0"})
    void everyRecordComesBackOrIsRefused(String data, int atRisk) throws IOException {
        RecordReader reader = new RecordReader(RecordOptions.defaults());
        RecordDeidentifier deidentifier =
                new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"));
        Map<ErrorCode, Integer> refused = new TreeMap<>();
        List<Path> risky = new ArrayList<>();
        int restored = 0;
        for (Path file : SharedRecords.files(data)) {
            byte[] original = Files.readAllBytes(file);
            if (original.length == 0 || RecordReader.detect(original).isEmpty() || !isRead(reader, original, refused)) {
                continue;
            }
            try {
                DeidentifiedRecord parted = deidentifier.deidentify(original);
                byte[] back = new RecordReidentifier().personalise(parted.content(), parted.identityHalf());
                assertThat(back).as("%s", file.getFileName()).isEqualTo(original);
                restored++;
            } catch (SymbolonException e) {
                if (e.code() != ErrorCode.IDENTITY_AT_RISK) {
                    throw e;
                }
                risky.add(file);
            }
        }
        assertThat(risky).hasSize(atRisk);
        assertThat(restored).isPositive();
    }

    private static boolean isRead(RecordReader reader, byte[] original, Map<ErrorCode, Integer> refused) {
        try {
            var unused = reader.read(original);
            return true;
        } catch (SymbolonException e) {
            refused.merge(e.code(), 1, Integer::sum);
            return false;
        }
    }
}
