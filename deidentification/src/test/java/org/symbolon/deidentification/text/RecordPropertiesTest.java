package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.deidentification.Hospital;
import org.symbolon.deidentification.text.policy.RecordPolicy;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What holds for every record and every rule; mutations of records never end in anything but a result or a refusal. */
class RecordPropertiesTest {
    private static final int LARGEST = 60_000;
    private static final int MUTATIONS = 12;

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

    private static RecordPolicy.Builder rules() {
        return RecordPolicy.builder();
    }

    static Stream<RecordPolicy> policies() {
        return Stream.of(
                rules().kind("date", "truncate-date-year")
                        .kind("birth-date", "empty")
                        .build(),
                rules().kind("date", "truncate-date-month")
                        .kind("narrative", "empty")
                        .build(),
                rules().kind("date", "keep")
                        .kind("label", "empty")
                        .kind("value", "keep")
                        .build(),
                rules().kind("organisation-name", "keep")
                        .kind("dicom-uid", "keep")
                        .kind("record-identifier", "keep")
                        .build(),
                rules().kind("other-name", "keep")
                        .kind("address", "keep")
                        .kind("telecom", "keep")
                        .build(),
                rules().kind("patient-identifier", "empty")
                        .kind("visit-number", "empty")
                        .kind("accession-number", "empty")
                        .kind("record-identifier", "empty")
                        .kind("dicom-uid", "empty")
                        .build(),
                rules().kind("attachment", "quarantine")
                        .kind("removable", "quarantine")
                        .build());
    }

    private static RecordDeidentifier deidentifier(RecordPolicy policy) {
        return new RecordDeidentifier(
                hospital.crosswalk(), RecordDeidentifierOptions.of("clinic").withPolicy(policy));
    }

    private static List<byte[]> small(String... data) throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (String each : data) {
            for (Path file : SharedRecords.files(each)) {
                if (Files.size(file) <= LARGEST) {
                    records.add(Files.readAllBytes(file));
                }
            }
        }
        return records;
    }

    private static boolean comesBack(RecordDeidentifier deidentifier, byte[] original) {
        try {
            DeidentifiedRecord parted = deidentifier.deidentify(original);
            byte[] back = new RecordReidentifier().personalise(parted.content(), parted.identityHalf());
            assertThat(back).isEqualTo(original);
            return true;
        } catch (SymbolonException refused) {
            assertThat(refused.code()).isNotEqualTo(ErrorCode.INTERNAL);
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everySmallRecordComesBackByteForByteOrIsRefused(RecordPolicy policy) throws IOException {
        RecordDeidentifier deidentifier = deidentifier(policy);
        int back = 0;
        for (byte[] record : small("hl7v2", "hl7v3", "cda", "fhir", "generated/hl7v2")) {
            back += comesBack(deidentifier, record) ? 1 : 0;
        }
        assertThat(back).isPositive();
    }

    @Test
    void mutatedRecordsAreHandledOrRefused() throws IOException {
        Random random = new Random(5);
        RecordDeidentifier deidentifier = deidentifier(RecordPolicy.defaults());
        int back = 0;
        for (byte[] record : small("hl7v2", "hl7v3", "fhir", "generated/hl7v2")) {
            if (record.length == 0) {
                continue;
            }
            for (int i = 0; i < MUTATIONS; i++) {
                back += comesBack(deidentifier, mutated(record, random)) ? 1 : 0;
            }
        }
        assertThat(back).isPositive();
    }

    private static byte[] mutated(byte[] record, Random random) {
        byte[] copy = record.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(copy.length);
            switch (random.nextInt(5)) {
                case 0 -> copy[at] = (byte) random.nextInt(256);
                case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> copy[at] = (byte) "|^~\\&\r<>\"{}[],:".charAt(random.nextInt(15));
                case 3 -> copy = Arrays.copyOf(copy, Math.max(1, at));
                default -> {
                    int length = Math.min(random.nextInt(40), copy.length - at);
                    System.arraycopy(copy, at, copy, random.nextInt(copy.length - length + 1), length);
                }
            }
        }
        return copy;
    }

    @Test
    void theSameRecordGivesTheSameBytesAgainAndInAnyOrder() throws IOException {
        List<byte[]> records = small("fhir", "hl7v3");
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (byte[] record : records) {
            first.add(digest(record));
        }
        for (int i = records.size() - 1; i >= 0; i--) {
            second.add(0, digest(records.get(i)));
        }
        assertThat(second).isEqualTo(first);
    }

    private static String digest(byte[] record) {
        try {
            return deidentifier(RecordPolicy.defaults()).deidentify(record).sha256();
        } catch (SymbolonException refused) {
            return refused.code().name();
        }
    }

    @Test
    void whatIsAnonymousHoldsNoValueOfTheOriginalAfterwardsEither() {
        byte[] original = ("MSH|^~\\&|LAB|CLINIC|MDC|ARCHIVE|20260301||ORU^R01|77|P|2.5.1\r"
                        + "PID|1||7001^^^WCPT^MR||Kowalska^Anna||19710203|F\r"
                        + "OBX|1|TX|18842-5^Discharge summary^LN||Anna Kowalska, born 3 February 1971, went home.||||||F\r")
                .getBytes(StandardCharsets.UTF_8);
        DeidentifiedRecord once = deidentifier(RecordPolicy.defaults()).deidentify(original);
        DeidentifiedRecord twice = deidentifier(RecordPolicy.defaults()).deidentify(once.content());
        for (DeidentifiedRecord each : List.of(once, twice)) {
            String text = new String(each.content(), StandardCharsets.UTF_8);
            assertThat(text)
                    .doesNotContain("Kowalska", "Anna", "7001", "19710203", "3 February 1971")
                    .contains("went home", "18842-5");
        }
    }
}
