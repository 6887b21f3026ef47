package org.symbolon.testkit.internal.study;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.PlantedValue.Kind;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.Script;

/**
 * Private elements as vendors leave them (PS3.5 7.8.1): harmless numbers, the patient's name in a text, in an item and in
 * the middle of a binary header, and two creators in one group.
 */
final class PrivateElements {
    private static final int HEADER_GROUP = 0x0029;
    private static final int WORKFLOW_GROUP = 0x0009;
    private static final String HEADER_CREATOR = "PALIMPSEST CSX HEADER";
    private static final String NON_IMAGE_CREATOR = "PALIMPSEST NONIMAGE 2";
    private static final String WORKFLOW_CREATOR = "STYLUS_WORKFLOW_01";

    private PrivateElements() {}

    static void add(SeriesContext series, int instanceNumber, DicomData data) {
        StudyContext study = series.study();
        Person person = study.person();
        Script script = person.script();
        String operatorNote = "PID=" + study.registration().patientId() + ";OP="
                + study.registration().clinic().operator();
        data.text(Tag.of(HEADER_GROUP, 0x0010), Vr.LO, HEADER_CREATOR)
                .text(Tag.of(HEADER_GROUP, 0x0011), Vr.LO, NON_IMAGE_CREATOR)
                .text(Tag.of(HEADER_GROUP, 0x1008), Vr.CS, "IMAGE NUM 4")
                .integers(Tag.of(HEADER_GROUP, 0x1009), Vr.UL, instanceNumber * 17L)
                .put(Tag.of(HEADER_GROUP, 0x1010), Vr.OB, header(person, study))
                .text(Tag.of(HEADER_GROUP, 0x1110), Vr.LO, operatorNote);
        if (series.number() % 2 == 1) {
            data.text(Tag.of(WORKFLOW_GROUP, 0x0010), Vr.LO, WORKFLOW_CREATOR)
                    .text(Tag.of(WORKFLOW_GROUP, 0x1001), Vr.PN, person.name().dicom())
                    .text(Tag.of(WORKFLOW_GROUP, 0x1004), Vr.LT, person.name().spoken() + "\r\n" + person.address())
                    .sequence(
                            Tag.of(WORKFLOW_GROUP, 0x1020),
                            data.item()
                                    .text(Tag.of(WORKFLOW_GROUP, 0x0010), Vr.LO, WORKFLOW_CREATOR)
                                    .text(Tag.of(WORKFLOW_GROUP, 0x1021), Vr.UI, study.studyInstanceUid())
                                    .text(Tag.of(WORKFLOW_GROUP, 0x1022), Vr.SH, study.accessionNumber())
                                    .text(
                                            Tag.of(WORKFLOW_GROUP, 0x1023),
                                            Vr.PN,
                                            person.relative().dicom()));
        }
        study.planter().text(Kind.PATIENT_ID, study.registration().patientId(), script);
    }

    /** A binary header of named fields, each 64 bytes of text, one of them the name in UTF-8. */
    private static byte[] header(Person person, StudyContext study) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("CSX1\4\3\2\1".getBytes(StandardCharsets.US_ASCII));
        field(out, "PatientName", person.name().dicom());
        field(out, "StudyRef", study.studyInstanceUid());
        field(out, "SliceResolution", "1.0");
        field(out, "Contact", person.email());
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, String name, String value) {
        out.writeBytes(padded(name, 32));
        out.writeBytes(padded(value, 96));
    }

    private static byte[] padded(String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[size];
        System.arraycopy(bytes, 0, padded, 0, Math.min(bytes.length, size - 1));
        return padded;
    }
}
