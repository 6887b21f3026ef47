package org.symbolon.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small textual records of a visit, which belong to the studies of {@link TestObjects}, with names to look for. */
final class TestRecords {
    static final String SURNAME = "Zebulonsky";
    static final String STREET = "Quaggagasse";

    private TestRecords() {}

    static String visit(int number) {
        return String.format("VIS%06d", number);
    }

    /** Months go up with the number. */
    static String date(int number) {
        return String.format("2021%02d15", 1 + number % 12);
    }

    private static String segment(String name, Map<Integer, String> fields) {
        StringBuilder text = new StringBuilder(name);
        int last = 0;
        for (Map.Entry<Integer, String> field : new TreeMap<>(fields).entrySet()) {
            text.append("|".repeat(field.getKey() - last)).append(field.getValue());
            last = field.getKey();
        }
        return text.append('\r').toString();
    }

    /** A report on study {@code number}, made in visit {@code number}. */
    static String message(int number) {
        return message(number, "MSG" + number, Map.of());
    }

    /** @param more fields of MSH */
    static String message(int number, String controlId, Map<Integer, String> more) {
        Map<Integer, String> header = new TreeMap<>(Map.of(
                1, "^~\\&",
                2, "HIS",
                3, "CLINIC",
                4, "ARCHIVE",
                5, "HOSPITAL",
                6, date(number) + "101500",
                8, "ORU^R01^ORU_R01",
                9, controlId,
                10, "P",
                11, "2.5"));
        more.forEach((field, value) -> header.put(field - 1, value));
        return segment("MSH", header)
                + segment(
                        "PID",
                        Map.of(
                                1,
                                "1",
                                3,
                                TestObjects.PATIENT_ID + "-" + number + "^^^CLINIC^MR",
                                5,
                                SURNAME + "^Anna",
                                7,
                                "19500203",
                                8,
                                "F",
                                11,
                                STREET + " 7^^Bern^^3000"))
                + segment("PV1", Map.of(1, "1", 2, "I", 19, visit(number)))
                + segment("DG1", Map.of(1, "1", 3, "C34.1^Malignant neoplasm of upper lobe^I10"))
                + segment(
                        "OBR",
                        Map.of(
                                1, "1",
                                4, "24627-2^CT Chest^LN",
                                7, date(number) + "101500",
                                18, TestObjects.accession(number),
                                24, "CT"))
                + segment(
                        "OBX",
                        Map.of(
                                1, "1",
                                2, "TX",
                                3, "24627-2^CT Chest^LN",
                                5, "Nodule of the left upper lobe in Mrs " + SURNAME + ".",
                                11, "F"));
    }

    static String cda(int number) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\">"
                + "<typeId root=\"2.16.840.1.113883.1.3\" extension=\"POCD_HD000040\"/>"
                + "<id root=\"1.2.3.4\" extension=\"DOC" + number + "\"/>"
                + "<code code=\"18842-5\" codeSystem=\"2.16.840.1.113883.6.1\"/><title>Discharge summary</title>"
                + "<effectiveTime value=\"" + date(number) + "\"/>"
                + "<confidentialityCode code=\"N\" codeSystem=\"2.16.840.1.113883.5.25\"/>"
                + "<recordTarget><patientRole><id root=\"1.2.3.4.5\" extension=\"" + TestObjects.PATIENT_ID + "-"
                + number + "\"/><patient><name><given>Anna</given><family>" + SURNAME + "</family></name>"
                + "<administrativeGenderCode code=\"F\" codeSystem=\"2.16.840.1.113883.5.1\"/>"
                + "<birthTime value=\"19500203\"/></patient></patientRole></recordTarget>"
                + "<componentOf><encompassingEncounter><id root=\"1.2.3.4.6\" extension=\"" + visit(number)
                + "\"/><effectiveTime value=\"" + date(number) + "\"/></encompassingEncounter></componentOf>"
                + "<component><structuredBody><component><section>"
                + "<code code=\"8648-8\" codeSystem=\"2.16.840.1.113883.6.1\"/><title>Hospital course</title>"
                + "<text>Mrs " + SURNAME + " went home well.</text></section></component></structuredBody></component>"
                + "</ClinicalDocument>\n";
    }

    static Path write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** Messages and documents in turn. */
    static List<Path> writeAll(Path folder, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(
                    i % 2 == 0
                            ? write(folder, "report" + i + ".any", message(i))
                            : write(folder, "document" + i, cda(i)));
        }
        return files;
    }
}
