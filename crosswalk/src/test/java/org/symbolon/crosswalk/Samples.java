package org.symbolon.crosswalk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;

/** Invented people and objects, the same for the same numbers. */
final class Samples {
    static final OrganisationId ORGANISATION = new OrganisationId("nordhaven");

    private Samples() {}

    static Secret password() {
        return Secret.of("correct horse");
    }

    static Keystore keystore(Path folder) throws java.io.IOException {
        return Keystore.create(folder.resolve("keys.p12"), password(), ORGANISATION);
    }

    static PatientIdentity person(String id, String name, String birthDate, String sex, String... otherIds) {
        return new PatientIdentity("clinic", "", id, name, birthDate, sex, List.of(otherIds), "1.2.3");
    }

    static PatientIdentity person(int number) {
        return person("PID-" + number, "Plantedname" + number + "^Given", "19501231", "F");
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The half of the given instance of the given series; study and accession number are the series'. */
    static IdentityHalf half(Pseudonyms pseudonyms, String pseudonym, int series, int instance) {
        return half(pseudonyms, pseudonym, series, instance, "");
    }

    /** The same, whose SOP Instance UID ends in the given text. */
    static IdentityHalf half(Pseudonyms pseudonyms, String pseudonym, int series, int instance, String endOfSopUid) {
        String study = "1.2.826.0.1.3680043.9.7777.1." + series;
        String seriesUid = study + ".2";
        String sop = seriesUid + (endOfSopUid.isEmpty() ? "." + (1000 + instance) : endOfSopUid);
        ObjectKey key = new ObjectKey(
                pseudonyms.uid("", study),
                pseudonyms.uid("", seriesUid),
                pseudonyms.uid("", sop),
                sha256("anonymous " + sop));
        byte[] content = content(series, instance, study, seriesUid, sop);
        return new IdentityHalf(
                pseudonym, key, sha256("original " + sop), content, study, seriesUid, sop, accession(series));
    }

    static String accession(int series) {
        return "ACCPLANT" + series;
    }

    /** What an engine might write for a CT image: meta group, then position, tag and value of some thirty elements. */
    private static byte[] content(int series, int instance, String study, String seriesUid, String sop) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 0, 0x00020003, sop);
        write(out, 0, 0x00020010, "1.2.840.10008.1.2.1");
        write(out, 0, 0x00020012, "1.2.826.0.1.3680043.9.7777.0.1");
        write(out, 0, 0x00020013, "PLANTEDVENDOR 7.1");
        int position = 300 + sop.length();
        String time = String.format("10%02d%02d.%06d", instance / 60 % 60, instance % 60, instance * 7919 % 1_000_000);
        String[] values = {
            "20240315",
            time,
            sop,
            "20240315",
            "20240315",
            "20240315",
            "20240315",
            time,
            time,
            time,
            accession(series),
            "Planted Hospital of Nordhaven",
            "1 Planted Street, Nordhaven",
            "Referring^Planted",
            "CTSTATION" + series % 3,
            "CT CHEST W/O CONTRAST",
            "Planted Ward 3",
            "Reading^Planted",
            "Operating^Planted",
            "Plantedname" + series + "^Given",
            "PID-" + series,
            "19501231",
            "065Y",
            "Planted Lane 5",
            "+370 600 00000",
            "SN" + 4711 * series,
            study,
            seriesUid,
            "STUDY" + series,
            study + ".9.1",
            "Planted comment on the image"
        };
        for (int i = 0; i < values.length; i++) {
            position += 8 + values[i].length() % 7 + i;
            write(out, position, 0x00080012 + i, values[i]);
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int position, int tag, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        for (int number : new int[] {position, tag, text.length}) {
            out.write(number >>> 24);
            out.write(number >>> 16);
            out.write(number >>> 8);
            out.write(number);
        }
        out.writeBytes(text);
    }

    static final String DOCUMENT_VISIT = "V2024-17";

    static IdentityHalf document(String patient) {
        byte[] content = {1, 2, 3};
        ObjectKey key = ObjectKey.document("document-1", "0a".repeat(32));
        return new IdentityHalf(patient, key, "0b".repeat(32), content, "", "", "document 1", "")
                .withSearchKeys(List.of(accession(1)), List.of(DOCUMENT_VISIT));
    }
}
