package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.Hospital;
import org.symbolon.deidentification.text.policy.RecordPolicy;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Files that speak of several patients, rules of a profile, summaries and previews, on HL7 v2. */
class BatchTest {
    private static final String ANNA = message("M1", "7001", "Kowalska^Anna", "19710203", "20260301");
    private static final String JONAS = message("M2", "7002", "Petraitis^Jonas", "19550607", "20260302");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Hospital hospital;

    @BeforeEach
    void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterEach
    void close() {
        hospital.close();
    }

    private static String message(String control, String id, String name, String born, String day) {
        return "MSH|^~\\&|LAB|CLINIC|MDC|ARCHIVE|" + day + "1200||ADT^A01|" + control + "|P|2.5.1\r"
                + "PID|1||" + id + "^^^WCPT^MR||" + name + "||" + born + "|F|||Lipowa 5^^Vilnius^^LT-01100^LT\r"
                + "PV1|1|I|||||||||||||||||V" + id + "|||||||||||||||||||||||||" + day + "1000\r"
                + "DG1|1||I21.4^Infarction^I10||" + day + "|A\r"
                + "ZXX|1|" + name + "\r";
    }

    private DeidentifiedRecord parted(String text) {
        return parted(text, RecordPolicy.defaults());
    }

    private DeidentifiedRecord parted(String text, RecordPolicy policy) {
        byte[] original = text.getBytes(StandardCharsets.UTF_8);
        RecordDeidentifierOptions options =
                RecordDeidentifierOptions.of("clinic").withPolicy(policy);
        DeidentifiedRecord parted = new RecordDeidentifier(hospital.crosswalk(), options).deidentify(original);
        assertThat(new RecordReidentifier().personalise(parted.content(), parted.identityHalf()))
                .isEqualTo(original);
        return parted;
    }

    private static String text(DeidentifiedRecord record) {
        return new String(record.content(), StandardCharsets.UTF_8);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void eachPatientOfABatchHasWhatHeHasAlone() {
        String batch = text(parted("FHS|^~\\&|LAB\rBHS|^~\\&|LAB\r" + ANNA + JONAS + ANNA + "BTS|3\rFTS|1\r"));
        String anna = text(parted(ANNA));
        String jonas = text(parted(JONAS));
        String patient = "(?m)^PID.*?\\^\\^\\^";
        String visit = "(?m)^DG1.*$";
        assertThat(all(patient, batch.replace('\r', '\n')))
                .containsExactly(
                        all(patient, anna.replace('\r', '\n')).get(0),
                        all(patient, jonas.replace('\r', '\n')).get(0),
                        all(patient, anna.replace('\r', '\n')).get(0));
        assertThat(all(visit, batch.replace('\r', '\n')))
                .containsExactly(
                        all(visit, anna.replace('\r', '\n')).get(0),
                        all(visit, jonas.replace('\r', '\n')).get(0),
                        all(visit, anna.replace('\r', '\n')).get(0));
        assertThat(batch)
                .doesNotContain("Kowalska", "Petraitis", "7001", "7002", "ZXX")
                .contains("I21.4", "BTS|3");
    }

    @Test
    void severalPatientsOfOneMessageAreToldApart() {
        String swap = ANNA.replace("ADT^A01", "ADT^A17") + JONAS.substring(JONAS.indexOf("PID"));
        String parted = text(parted(swap)).replace('\r', '\n');
        assertThat(all("(?m)^PID\\|1\\|\\|[0-9A-Z]{16}", parted)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void searchKeysOfABatchAreThoseOfAllItsPatients() {
        assertThat(parted(ANNA + JONAS).identityHalf().visitNumbers()).containsExactly("V7001", "V7002");
    }

    @Test
    void rulesOfTheProfileDecide() {
        RecordPolicy policy = RecordPolicy.builder()
                .kind("date", "truncate-date-year")
                .dataType("XAD.3", "keep")
                .field("ZXX-1", "as value")
                .build();
        String parted = text(parted(ANNA, policy)).replace('\r', '\n');
        assertThat(parted)
                .contains("^^Vilnius^^^LT", "I21.4^Infarction^I10||2026|A", "ZXX|1|")
                .doesNotContain("Kowalska", "Lipowa");
    }

    @Test
    void quarantineNamesFieldAndRuleAndNoValue() {
        RecordPolicy policy =
                RecordPolicy.builder().kind("removable", "quarantine").build();
        assertThatThrownBy(() -> parted(ANNA, policy)).isInstanceOfSatisfying(SymbolonException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.IDENTITY_AT_RISK);
            assertThat(e).hasMessageContaining("ZXX").hasMessageContaining("kind removable");
            assertThat(e.getMessage()).doesNotContain("Kowalska");
        });
    }

    @Test
    void summaryCountsWhatEachRuleDid() {
        RecordSummary one = parted(ANNA).summary();
        assertThat(one.lines())
                .anySatisfy(line -> {
                    assertThat(line.origin()).isEqualTo("kind patient-name");
                    assertThat(line.changed()).isEqualTo(line.places()).isEqualTo(2);
                })
                .anySatisfy(line -> {
                    assertThat(line.origin()).isEqualTo("kind removable");
                    assertThat(line.places()).isEqualTo(1);
                });
        RecordSummary two = one.plus(one);
        assertThat(two.records()).isEqualTo(2);
        assertThat(two.lines()).hasSameSizeAs(one.lines());
        assertThat(two.words().seen()).isEqualTo(2 * one.words().seen());
    }

    @Test
    void previewSaysTheSameAndMakesNobody() {
        RecordDeidentifier deidentifier =
                new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"));
        RecordPreview preview = deidentifier.preview((ANNA + JONAS).getBytes(StandardCharsets.UTF_8));
        assertThat(hospital.crosswalk().counts().patients()).isZero();
        assertThat(preview.patients()).isEqualTo(2);
        assertThat(preview.summary()).isEqualTo(parted(ANNA + JONAS).summary());
    }
}
