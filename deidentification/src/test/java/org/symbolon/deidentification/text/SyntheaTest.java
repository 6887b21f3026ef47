package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.Hospital;
import org.symbolon.deidentification.text.internal.PlaceDates;

/**
 * What is left of Synthea's patients in their records, and how much of the medicine: everything is read with Jackson and the
 * JDK, not with the readers that the engine used.
 */
class SyntheaTest {
    private static final double LEAST_CODES = 0.99;
    private static final double LEAST_WORDS = 0.95;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Hospital hospital;

    @SuppressWarnings("NullAway.Init")
    private static RecordDeidentifier deidentifier;

    @BeforeAll
    static void open() throws IOException {
        hospital = new Hospital(folder);
        deidentifier = new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"));
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    @Test
    void documentsKeepTheMedicineAndLoseThePatient() throws IOException {
        Shares shares = new Shares();
        for (Path file : SharedRecords.files("cda-synthea")) {
            SyntheaPatient patient = SyntheaPatient.of(bundleOf(file));
            byte[] original = Files.readAllBytes(file);
            DeidentifiedRecord record = deidentifier.deidentify(original);
            assertNobodyIsIn(file, record, patient);
            shares.add(RecordWords.ofCda(original), RecordWords.ofCda(record.content()));
        }
        shares.check("C-CDA documents");
    }

    @Test
    void bundlesKeepTheMedicineAndLoseThePatient() throws IOException {
        Shares shares = new Shares();
        for (Path file : SharedRecords.files("fhir-synthea")) {
            if (String.valueOf(file.getFileName()).matches("(hospital|practitioner)Information.*")) {
                continue;
            }
            SyntheaPatient patient = SyntheaPatient.of(file);
            byte[] original = Files.readAllBytes(file);
            DeidentifiedRecord record = deidentifier.deidentify(original);
            assertNobodyIsIn(file, record, patient);
            shares.add(RecordWords.ofFhir(original), RecordWords.ofFhir(record.content()));
        }
        shares.check("FHIR bundles");
    }

    private static Path bundleOf(Path document) {
        String name = String.valueOf(document.getFileName()).replace(".xml", ".json");
        return document.resolveSibling("../fhir-synthea/" + name);
    }

    private static void assertNobodyIsIn(Path file, DeidentifiedRecord record, SyntheaPatient patient) {
        String left = new String(record.content(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        for (String value : patient.values()) {
            String whole = "(?<![\\p{L}\\d])" + Pattern.quote(value.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\d])";
            assertThat(Pattern.compile(whole).matcher(left).find())
                    .as("value %s in %s", value, file.getFileName())
                    .isFalse();
        }
        int days = hospital.shiftOf(record.identityHalf().patientPseudonym());
        LocalDate birth = LocalDate.parse(patient.birthDate());
        boolean byChance = RecordReidentifier.removed(record.identityHalf()).stream()
                .anyMatch(value -> PlaceDates.shift(value.text(), days)
                        .filter(date -> date.replace("-", "")
                                .startsWith(patient.birthDate().replace("-", "")))
                        .isPresent());
        if (!byChance) {
            assertThat(left.contains(birth.toString())
                            || left.contains(birth.toString().replace("-", "")))
                    .as("birth date in %s", file.getFileName())
                    .isFalse();
        }
    }

    /** Sums over all records. */
    private static final class Shares {
        private int codes;
        private int codesKept;
        private int words;
        private int wordsKept;

        void add(RecordWords before, RecordWords after) {
            codes += before.codes().total();
            codesKept += before.codes().keptIn(after.codes());
            words += before.words().total();
            wordsKept += before.words().keptIn(after.words());
        }

        void check(String records) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d of %d codes, %d of %d narrative words stay%n",
                    records,
                    codesKept,
                    codes,
                    wordsKept,
                    words);
            assertThat(codes).isPositive();
            assertThat((double) codesKept / codes).isGreaterThanOrEqualTo(LEAST_CODES);
            assertThat((double) wordsKept / words).isGreaterThanOrEqualTo(LEAST_WORDS);
        }
    }
}
