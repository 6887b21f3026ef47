package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.Uid;

class PseudonymsTest {
    @TempDir
    static Path folder;

    private static Keystore keystore;
    private static Pseudonyms pseudonyms;

    @BeforeAll
    static void create() throws IOException {
        keystore = Samples.keystore(folder);
        pseudonyms = keystore.pseudonyms();
    }

    @AfterAll
    static void close() {
        keystore.close();
    }

    @Test
    void uidsAreVersion8UuidsUnder225() {
        for (int i = 0; i < 2_000; i++) {
            String uid = pseudonyms.uid("project", "1.2.3." + i);
            assertThat(uid).startsWith("2.25.").hasSizeLessThanOrEqualTo(44);
            assertThat(Uid.isUid(uid)).isTrue();
            BigInteger uuid = new BigInteger(uid.substring(5));
            assertThat(uuid.shiftRight(76).intValue() & 0xF).isEqualTo(8);
            assertThat(uuid.shiftRight(62).intValue() & 3).isEqualTo(2);
        }
    }

    @Test
    void registeredUidsAndNothingStayAsTheyAre() {
        assertThat(pseudonyms.uid("", "1.2.840.10008.5.1.4.1.1.2")).isEqualTo("1.2.840.10008.5.1.4.1.1.2");
        assertThat(pseudonyms.uid("", "")).isEmpty();
        assertThat(pseudonyms.uid("", "1.2.840.100081.5")).startsWith("2.25.");
    }

    @Test
    void projectAndUidDoNotRunTogether() {
        assertThat(Set.of(
                        pseudonyms.uid("", "11.2"),
                        pseudonyms.uid("1", "1.2"),
                        pseudonyms.uid("1", "11.2"),
                        pseudonyms.uid("11", ".2")))
                .hasSize(4);
    }

    @Test
    void threadsAgree() {
        List<String> uids = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> pseudonyms.uid("", "1.2." + i % 10))
                .distinct()
                .toList();
        assertThat(uids).hasSize(10);
    }

    @Test
    void numbersComeBack() {
        String pseudonym =
                pseudonyms.number(NumberKind.ACCESSION, "lab", "A/2024-0001").orElseThrow();
        assertThat(pseudonym).isNotEqualTo("A/2024-0001");
        assertThat(pseudonyms.originalNumber(NumberKind.ACCESSION, "lab", pseudonym))
                .hasValue("A/2024-0001");
        assertThat(pseudonyms.originalNumber(NumberKind.ACCESSION, "other", pseudonym))
                .isNotEqualTo(java.util.Optional.of("A/2024-0001"));
    }

    @Test
    void blindIndexesDependOnPurposeAndOnWhereOnePartEnds() {
        assertThat(pseudonyms.blindIndex("a", "b", "c")).hasSize(32).isEqualTo(pseudonyms.blindIndex("a", "b", "c"));
        assertThat(pseudonyms.blindIndex("a", "bc"))
                .isNotEqualTo(pseudonyms.blindIndex("a", "b", "c"))
                .isNotEqualTo(pseudonyms.blindIndex("ab", "c"))
                .isNotEqualTo(pseudonyms.blindIndex("a", "bc", ""));
    }

    @Test
    void hashesFitShortStringsAndDependOnEverything() {
        assertThat(pseudonyms.hash("serial", "", "SN-1")).matches("[0-9A-Z]{16}");
        assertThat(Set.of(
                        pseudonyms.hash("serial", "", "SN-1"),
                        pseudonyms.hash("serial", "", "SN-2"),
                        pseudonyms.hash("serial", "p", "SN-1"),
                        pseudonyms.hash("station", "", "SN-1")))
                .hasSize(4);
        assertThat(pseudonyms.hash("serial", "p", "")).isEmpty();
    }

    @Test
    void hashesUseEverySymbolInEveryPlace() {
        for (int place = 0; place < Pseudonyms.HASH_SYMBOLS; place++) {
            int at = place;
            assertThat(IntStream.range(0, 1_000)
                            .mapToObj(i ->
                                    pseudonyms.hash("place", "", "value " + i).charAt(at))
                            .distinct())
                    .hasSize(36);
        }
    }

    @Test
    void aPatientHasAnotherPseudonymInEveryProject() {
        String patient = "CVAXN91FH47YA2FC";
        assertThat(pseudonyms.projectPatient("", patient)).isEqualTo(patient);
        assertThat(pseudonyms.projectPatient("one", patient))
                .matches("[0-9A-HJKMNP-TV-Z]{16}")
                .isEqualTo(pseudonyms.projectPatient("one", patient))
                .isNotEqualTo(pseudonyms.projectPatient("two", patient))
                .isNotEqualTo(patient);
    }
}
