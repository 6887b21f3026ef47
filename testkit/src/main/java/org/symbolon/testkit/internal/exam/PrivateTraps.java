package org.symbolon.testkit.internal.exam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** Private attributes (PS3.5 7.8): safe ones of PS3.15 table E.3.10-1 that must stay, and the rest, where names hide. */
final class PrivateTraps {
    private PrivateTraps() {}

    static void set(ExamItem item, ExamPatient patient, int turn) {
        switch (turn % 4) {
            case 0 -> generalElectric(item, patient);
            case 1 -> siemens(item, patient);
            case 2 -> philips(item, patient);
            default -> strange(item, patient);
        }
    }

    private static void generalElectric(ExamItem item, ExamPatient patient) {
        creator(item, 0x0019, 0x10, "GEMS_ACQU_01");
        item.text(Tag.of(0x0019, 0x1023), Vr.DS, Keep.SAFE_PRIVATE, "55.00")
                .text(Tag.of(0x0019, 0x1027), Vr.DS, Keep.SAFE_PRIVATE, "0.8")
                .text(Tag.of(0x0019, 0x109E), Vr.LO, Keep.SAFE_PRIVATE, "FSE-XL {" + patient.family() + "}")
                .text(Tag.of(0x0019, 0x1011), Vr.LO, Keep.NEVER, "{" + patient.given() + " " + patient.family() + "}");
        creator(item, 0x0043, 0x10, "GEMS_PARM_01");
        item.text(Tag.of(0x0043, 0x1027), Vr.SH, Keep.SAFE_PRIVATE, "1.375:1")
                .text(
                        Tag.of(0x0043, 0x1060),
                        Vr.DS,
                        Keep.NEVER,
                        "{" + patient.nationalNumber().replace("-", "") + "}");
    }

    private static void siemens(ExamItem item, ExamPatient patient) {
        creator(item, 0x0019, 0x12, "SIEMENS MR HEADER");
        item.text(Tag.of(0x0019, 0x120C), Vr.IS, Keep.SAFE_PRIVATE, "1000")
                .text(Tag.of(0x0019, 0x120D), Vr.CS, Keep.SAFE_PRIVATE, "DIRECTIONAL")
                .keptBytes(Tag.of(0x0019, 0x120E), Vr.FD, Keep.SAFE_PRIVATE, doubles(0.5, 0.5, 0.7));
        creator(item, 0x0029, 0x10, "SIEMENS CSA HEADER");
        item.goneBytes(
                        Tag.of(0x0029, 0x1010),
                        Vr.OB,
                        "SV10\4\3\2\1 PatientName",
                        patient.family() + "^" + patient.given(),
                        "SliceResolution 1.0")
                .goneBytes(Tag.of(0x0029, 0x1020), Vr.OB, "tReferencedPatientID", patient.id(), "### ASCCONV END ###")
                .text(Tag.of(0x0029, 0x1009), Vr.LO, Keep.NEVER, "{" + patient.studyDate() + "}");
    }

    private static void philips(ExamItem item, ExamPatient patient) {
        creator(item, 0x2001, 0x10, "Philips Imaging DD 001");
        item.keptBytes(Tag.of(0x2001, 0x1003), Vr.FL, Keep.SAFE_PRIVATE, floats(800))
                .text(Tag.of(0x2001, 0x1004), Vr.CS, Keep.SAFE_PRIVATE, "O")
                .text(Tag.of(0x2001, 0x1010), Vr.CS, Keep.SAFE_PRIVATE, "NO")
                .text(Tag.of(0x2001, 0x10C8), Vr.LO, Keep.NEVER, "{exam of " + patient.family() + "}");
        creator(item, 0x7053, 0x10, "Philips PET Private Group");
        item.text(Tag.of(0x7053, 0x1000), Vr.DS, Keep.SAFE_PRIVATE, "0.000551");
    }

    /** No creator, two blocks of one creator, a creator that is itself a name, nested sequences, VR UN. */
    private static void strange(ExamItem item, ExamPatient patient) {
        item.text(Tag.of(0x0011, 0x1001), Vr.LO, Keep.NEVER, "{" + patient.family() + " orphan}");
        creator(item, 0x0099, 0x20, "ACME 1.1");
        creator(item, 0x0099, 0x21, "ACME 1.1");
        item.text(Tag.of(0x0099, 0x2001), Vr.PN, Keep.NEVER, "{" + patient.family() + "}")
                .text(
                        Tag.of(0x0099, 0x2101),
                        Vr.UN,
                        Keep.NEVER,
                        "{" + patient.given() + "} {" + patient.person().email() + "}")
                .sequence(
                        Tag.of(0x0099, 0x2002),
                        inner -> inner.gone(Tags.PatientID, patient.id())
                                .sequence(
                                        Tags.RequestAttributesSequence,
                                        deep -> deep.gone(Tags.AccessionNumber, patient.accession())));
        item.text(Tag.of(0x0035, 0x0010), Vr.LO, Keep.NEVER, "{" + patient.given() + " " + patient.family() + "}")
                .text(Tag.of(0x0035, 0x1001), Vr.SH, Keep.NEVER, "{" + patient.accession() + "}");
    }

    private static void creator(ExamItem item, int group, int block, String name) {
        item.data().text(Tag.of(group, block), Vr.LO, name);
    }

    private static byte[] doubles(double... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            buffer.putDouble(number);
        }
        return buffer.array();
    }

    private static byte[] floats(float number) {
        return ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(number)
                .array();
    }
}
