package org.symbolon.crosswalk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * Made the files under {@code src/test/resources/golden} once. They are never made again for a version that was released: a
 * new version gets new files beside them.
 */
public final class GoldenFiles {
    static final String LONG_VISIT = "visit number 2024/000017";

    private GoldenFiles() {}

    /** What version 4 added: halves whose SOP Instance UIDs do not compress. */
    static IdentityHalf longUid(Pseudonyms pseudonyms, String patient, int instance) {
        return Samples.half(pseudonyms, patient, 2, instance, ".1839201756473829104756382910" + (47 + instance));
    }

    /** Writes keystore, crosswalk and what they must give into the folder named by the argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Properties expected = new Properties();
        try (Keystore keystore = Samples.keystore(folder);
                Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            PatientPseudonym patient = crosswalk.patient(Samples.person(1));
            PatientPseudonym other = crosswalk.patient(Samples.person("PID-1", "Beta^Bob", "19600202", "M"));
            for (int i = 0; i < 2; i++) {
                crosswalk.commit(Samples.half(keystore.pseudonyms(), patient.id(), 1, i));
            }
            for (int i = 0; i < 2; i++) {
                crosswalk.commit(longUid(keystore.pseudonyms(), patient.id(), i));
            }
            crosswalk.compact(List.of());
            crosswalk.commit(Samples.half(keystore.pseudonyms(), patient.id(), 1, 2));
            crosswalk.commit(Samples.document(patient.id()));
            expected.setProperty("uid", keystore.pseudonyms().uid("project", "1.2.3"));
            expected.setProperty("accession", crosswalk.number(NumberKind.ACCESSION, "lab", "A/2024-0001"));
            expected.setProperty("visit", crosswalk.number(NumberKind.VISIT, "his", LONG_VISIT));
            expected.setProperty(
                    "blindIndex", HexFormat.of().formatHex(keystore.pseudonyms().blindIndex("purpose", "a", "b")));
            expected.setProperty("hash", keystore.pseudonyms().hash("purpose", "project", "value"));
            expected.setProperty("projectPatient", keystore.pseudonyms().projectPatient("project", "CVAXN91FH47YA2FC"));
            expected.setProperty(
                    "digestKey",
                    HexFormat.of().formatHex(keystore.pseudonyms().digestKey().getEncoded()));
            List<KeystoreShare> shares = keystore.split();
            expected.setProperty("share1", shares.get(0).text(Samples.ORGANISATION));
            expected.setProperty("share3", shares.get(2).text(Samples.ORGANISATION));
            expected.setProperty("fingerprint", keystore.info().fingerprint());
            expected.setProperty("patient", patient.id());
            expected.setProperty("dateShiftDays", Integer.toString(patient.dateShiftDays()));
            expected.setProperty("other", other.id());
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("expected.properties"))) {
            expected.store(out, "What the keystore and the crosswalk beside this file must give");
        }
    }
}
