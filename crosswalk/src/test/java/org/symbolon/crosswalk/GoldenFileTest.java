package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every format version, written by the version that introduced it, still open and give the same. */
class GoldenFileTest {
    @TempDir
    Path folder;

    private final Properties expected = new Properties();

    private void copy(int version) throws IOException {
        for (String name : new String[] {"keys.p12", "crosswalk.db", "expected.properties"}) {
            try (InputStream in =
                    Objects.requireNonNull(getClass().getResourceAsStream("/golden/" + version + "/" + name))) {
                Files.copy(in, folder.resolve(name));
            }
        }
        try (InputStream in = Files.newInputStream(folder.resolve("expected.properties"))) {
            expected.load(in);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void pseudonymsAreTheSameForEver(int version) throws IOException {
        copy(version);
        try (Keystore keystore = Keystore.open(folder.resolve("keys.p12"), Samples.password())) {
            Pseudonyms pseudonyms = keystore.pseudonyms();
            assertThat(keystore.organisation()).isEqualTo(Samples.ORGANISATION);
            assertThat(pseudonyms.uid("project", "1.2.3")).isEqualTo(expected("uid"));
            assertThat(pseudonyms.number(NumberKind.ACCESSION, "lab", "A/2024-0001"))
                    .hasValue(expected("accession"));
            assertThat(HexFormat.of().formatHex(pseudonyms.blindIndex("purpose", "a", "b")))
                    .isEqualTo(expected("blindIndex"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theCrosswalkGivesBackWhatWasCommitted(int version) throws IOException {
        copy(version);
        int documents = version == 1 ? 0 : 1;
        int longUids = version < 4 ? 0 : 2;
        try (Keystore keystore = Keystore.open(folder.resolve("keys.p12"), Samples.password());
                Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            PatientPseudonym patient =
                    new PatientPseudonym(expected("patient"), Integer.parseInt(expected("dateShiftDays")));
            assertThat(crosswalk.patient(Samples.person(1))).isEqualTo(patient);
            assertThat(crosswalk.number(NumberKind.VISIT, "his", GoldenFiles.LONG_VISIT))
                    .isEqualTo(expected("visit"));
            assertThat(crosswalk.possibleMatches())
                    .containsExactly(new PossibleMatch(patient.id(), expected("other"), PossibleMatch.Reason.SAME_ID));
            for (int i = 0; i < 3; i++) {
                IdentityHalf half = Samples.half(keystore.pseudonyms(), patient.id(), 1, i);
                assertThat(crosswalk.halves(half.key())).containsExactly(half);
            }
            assertThat(crosswalk.byAccession(Samples.accession(1))).hasSize(3 + documents);
            assertThat(crosswalk.byPatientId(Samples.person(1).patientId())).hasSize(3 + documents + longUids);
            assertThat(crosswalk.byVisit(Samples.DOCUMENT_VISIT)).hasSize(documents);
            for (int i = 0; i < longUids; i++) {
                IdentityHalf half = GoldenFiles.longUid(keystore.pseudonyms(), patient.id(), i);
                assertThat(crosswalk.halves(half.key())).containsExactly(half);
            }
            crosswalk.commit(Samples.half(keystore.pseudonyms(), patient.id(), 1, 3));
            assertThat(crosswalk.counts())
                    .isEqualTo(new CrosswalkCounts(2, 1 + documents + longUids / 2, 4 + documents + longUids, 1));
            crosswalk.compact(List.of());
            for (int i = 0; i < 4; i++) {
                IdentityHalf half = Samples.half(keystore.pseudonyms(), patient.id(), 1, i);
                assertThat(crosswalk.halves(half.key())).containsExactly(half);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void whatVersion3AddedIsTheSameForEver(int version) throws IOException {
        copy(version);
        try (Keystore keystore = Keystore.open(folder.resolve("keys.p12"), Samples.password())) {
            Pseudonyms pseudonyms = keystore.pseudonyms();
            assertThat(pseudonyms.hash("purpose", "project", "value")).isEqualTo(expected("hash"));
            assertThat(pseudonyms.projectPatient("project", "CVAXN91FH47YA2FC")).isEqualTo(expected("projectPatient"));
            assertThat(HexFormat.of().formatHex(pseudonyms.digestKey().getEncoded()))
                    .isEqualTo(expected("digestKey"));
            assertThat(keystore.info().fingerprint()).isEqualTo(expected("fingerprint"));
            try (Crosswalk crosswalk = Crosswalk.openForReading(folder, keystore)) {
                assertThat(crosswalk.info().packedHalves()).isEqualTo(version == 3 ? 2 : 4);
            }
        }
        KeystoreShare first = KeystoreShare.parse(expected("share1"));
        KeystoreShare third = KeystoreShare.parse(expected("share3"));
        try (Keystore restored = Keystore.restore(folder.resolve("restored.p12"), Samples.password(), third, first)) {
            assertThat(restored.info().fingerprint()).isEqualTo(expected("fingerprint"));
        }
    }

    private String expected(String name) {
        return Objects.requireNonNull(expected.getProperty(name));
    }
}
