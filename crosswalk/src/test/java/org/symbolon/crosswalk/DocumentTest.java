package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.SymbolonException;

/** Textual records in the crosswalk: found by accession number, visit and patient. */
class DocumentTest {
    private static final String SHA = "ab".repeat(32);

    @TempDir
    Path folder;

    @Test
    void findsARecordByEachOfItsNumbers() throws IOException {
        try (Keystore keystore = Samples.keystore(folder);
                Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            String patient = crosswalk.patient(Samples.person(1)).id();
            IdentityHalf first =
                    half(patient, "d1").withSearchKeys(List.of("ACC-1", "ACC-2", ""), List.of("V-1", "V-0"));
            IdentityHalf second = half(patient, "d2").withSearchKeys(List.of("ACC-2"), List.of("V-2", "V-1"));
            crosswalk.commitAll(List.of(first, second));

            assertThat(crosswalk.halves(first.key())).containsExactly(first);
            assertThat(crosswalk.byAccession("ACC-1")).containsExactly(first.key());
            assertThat(crosswalk.byAccession("ACC-2")).containsExactly(first.key(), second.key());
            assertThat(crosswalk.byVisit("V-1")).containsExactly(first.key(), second.key());
            assertThat(crosswalk.byVisit("V-2")).containsExactly(second.key());
            assertThat(crosswalk.byVisit("V-3")).isEmpty();
        }
    }

    @Test
    void findsImagesAndRecordsOfEverybodyWithAPatientId() throws IOException {
        try (Keystore keystore = Samples.keystore(folder);
                Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            PatientIdentity one = Samples.person("PID-1", "Alpha^Ann", "19500101", "F");
            PatientIdentity other = Samples.person("PID-1", "Beta^Bob", "19600202", "M");
            PatientIdentity third = Samples.person("PID-3", "Gamma^Gus", "19700303", "M");
            String patient = crosswalk.patient(one).id();
            IdentityHalf image = Samples.half(keystore.pseudonyms(), patient, 1, 0);
            IdentityHalf record = half(patient, "d1").withSearchKeys(List.of(), List.of());
            IdentityHalf others = half(crosswalk.patient(other).id(), "d2").withSearchKeys(List.of(), List.of());
            IdentityHalf thirds = half(crosswalk.patient(third).id(), "d3").withSearchKeys(List.of(), List.of());
            crosswalk.commitAll(List.of(image, record, others, thirds));

            assertThat(crosswalk.byPatientId("PID-1")).containsExactly(image.key(), record.key(), others.key());
            assertThat(crosswalk.byPatientId("PID-4")).isEmpty();
        }
    }

    @Test
    void onlyRecordsHaveSearchKeys() throws IOException {
        try (Keystore keystore = Samples.keystore(folder)) {
            IdentityHalf image = Samples.half(keystore.pseudonyms(), "PATIENT", 1, 0);
            assertThatExceptionOfType(SymbolonException.class)
                    .isThrownBy(() -> image.withSearchKeys(List.of("A"), List.of()));
        }
    }

    private static IdentityHalf half(String patient, String documentId) {
        byte[] content = documentId.getBytes(StandardCharsets.UTF_8);
        return new IdentityHalf(patient, ObjectKey.document(documentId, SHA), SHA, content, "", "", documentId, "");
    }
}
