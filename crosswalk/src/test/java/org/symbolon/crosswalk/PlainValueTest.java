package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for planted identities in every file of the crosswalk, while it is open and after. */
class PlainValueTest {
    private static final List<String> PLANTED = List.of(
            "Plantedname1", "PID-1", "19501231", "ACCPLANT1", "1.2.826.0.1.3680043.9.7777", "Planted", "visit-planted");

    @TempDir
    Path folder;

    @Test
    void noFileHoldsAPlainValueUnderAnyName() throws IOException {
        Path store = folder.resolve("store");
        IdentityHalf half;
        PatientPseudonym patient;
        try (Keystore keystore = Samples.keystore(folder)) {
            try (Crosswalk crosswalk = Crosswalk.open(store, keystore)) {
                patient = crosswalk.patient(Samples.person(1));
                crosswalk.patient(Samples.person("PID-1", "Plantedother", "19501231", "M", "PID-2"));
                half = Samples.half(keystore.pseudonyms(), patient.id(), 1, 1);
                crosswalk.commit(half);
                crosswalk.commit(uidsKept(half));
                crosswalk.number(NumberKind.VISIT, "Planted issuer", "visit-planted");
                assertNothingPlain(store, half);
            }
            assertNothingPlain(store, half);
        }
        assertThat(half.toString() + half.key() + patient + Samples.person(1))
                .isEqualTo("[identity half][object key]" + patient.id() + "[patient identity]");
    }

    /** A profile may keep UIDs: then even the anonymous object's are identities. */
    private static IdentityHalf uidsKept(IdentityHalf half) {
        return new IdentityHalf(
                half.patientPseudonym(),
                new ObjectKey(
                        half.originalStudyUid(),
                        half.originalSeriesUid(),
                        half.originalSopUid(),
                        half.key().dataSetSha256()),
                half.originalSha256(),
                half.content(),
                half.originalStudyUid(),
                half.originalSeriesUid(),
                half.originalSopUid(),
                half.originalAccession());
    }

    private static void assertNothingPlain(Path store, IdentityHalf half) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".so"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
                    String text = new String(bytes, charset).toUpperCase(Locale.ROOT);
                    for (String planted : PLANTED) {
                        assertThat(text.contains(planted.toUpperCase(Locale.ROOT)))
                                .as("%s in %s", planted, file.getFileName())
                                .isFalse();
                    }
                }
                String hex = HexFormat.of().formatHex(bytes);
                assertThat(hex.contains(half.originalSha256())).isFalse();
                assertThat(hex.contains(half.key().dataSetSha256())).isFalse();
            }
        }
    }
}
