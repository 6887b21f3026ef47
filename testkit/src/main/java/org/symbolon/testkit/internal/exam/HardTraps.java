package org.symbolon.testkit.internal.exam;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.score.ScoreAction;

/**
 * Identity as careless people and devices write it, and texts of devices that are no identity at all. Uses no tag that {@link Traps} uses, so that both go
 * into one object.
 */
final class HardTraps {
    private static final List<Traps.Trap> ALL = List.of(
            HardTraps::swappedAndShouted,
            HardTraps::inflected,
            HardTraps::withoutAccents,
            HardTraps::initialsAndJoined,
            HardTraps::datesInWords,
            HardTraps::contacts,
            HardTraps::deepSequences,
            HardTraps::hiddenSequence,
            HardTraps::deviceTexts);

    private HardTraps() {}

    /** Sets two traps. */
    static void set(ExamItem item, ExamPatient patient, int turn) {
        ALL.get(turn % ALL.size()).set(item, patient);
        ALL.get((turn + 4) % ALL.size()).set(item, patient);
    }

    private static void swappedAndShouted(ExamItem item, ExamPatient patient) {
        String family = patient.family();
        String given = patient.given();
        item.text(
                        Tags.FrameComments,
                        Keep.DESCRIPTORS,
                        "Reviewed with {" + NameWriting.shouted(given) + "} {" + NameWriting.shouted(family)
                                + "} on screen, no change")
                .text(
                        Tags.ReasonForStudy,
                        Keep.DESCRIPTORS,
                        "{" + NameWriting.whispered(family) + "}, {" + NameWriting.whispered(given) + "}: knee pain")
                .kept(Tags.RequestedContrastAgent, Keep.DESCRIPTORS, "Gadovist 7.5 ml");
    }

    private static void inflected(ExamItem item, ExamPatient patient) {
        String name = NameWriting.inflected(patient.family());
        item.text(Tags.RequestedProcedureComments, Keep.DESCRIPTORS, "MRI of {" + name + "} before surgery, 3 T only")
                .text(
                        Tags.Allergies,
                        Keep.DESCRIPTORS,
                        "Penicillin\\told by {" + patient.given() + "} {" + patient.family() + "}\\Latex");
    }

    private static void withoutAccents(ExamItem item, ExamPatient patient) {
        item.text(
                        Tags.ImagingServiceRequestComments,
                        Keep.DESCRIPTORS,
                        "{" + NameWriting.plain(patient, patient.family()) + "} came late, walks with a cane")
                .text(
                        Tags.PatientState,
                        Keep.DESCRIPTORS,
                        "stable, {" + NameWriting.plain(patient, patient.given()) + "} awake");
    }

    private static void initialsAndJoined(ExamItem item, ExamPatient patient) {
        String joined = NameWriting.isCased(patient)
                ? patient.family() + patient.given()
                : patient.family() + "} {" + patient.given();
        item.text(
                        Tags.CommentsOnThePerformedProcedureStep,
                        Keep.DESCRIPTORS,
                        "{" + NameWriting.initial(patient.given()) + "} {" + patient.family()
                                + "} refused sedation; slices of 5 mm")
                .text(Tags.AcquisitionProtocolDescription, Keep.DESCRIPTORS, "{" + joined + "}_CAP_CONTRAST_70s");
    }

    private static void datesInWords(ExamItem item, ExamPatient patient) {
        String[] parts = patient.earlierDate().split("-");
        int month = Integer.parseInt(parts[1]);
        String name =
                java.time.Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
        String roman =
                new String[] {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}[month - 1];
        item.written(
                        Tags.CommentsOnRadiationDose,
                        Keep.DESCRIPTORS,
                        "Sum since {" + name + " " + parts[2] + ", " + parts[0] + "}, before that {" + parts[2] + "."
                                + roman + "." + parts[0] + "}; DLP 412 mGy*cm")
                .written(
                        Tags.Occupation,
                        Keep.DESCRIPTORS,
                        "miner {" + parts[2] + name.substring(0, 3).toUpperCase(java.util.Locale.ROOT) + parts[0]
                                + "}");
    }

    private static void contacts(ExamItem item, ExamPatient patient) {
        item.text(
                        Tags.RespiratoryMotionCompensationTechniqueDescription,
                        Keep.DESCRIPTORS,
                        "gating, see {www.portal.example.org/p/" + patient.id().replaceAll("[^A-Za-z0-9-]", "")
                                + "}, call {" + patient.person().phone().replace(" ", "-") + "}, phase 40-60 %")
                .text(Tags.ScheduledProcedureStepDescription, Keep.DESCRIPTORS, "CT neck, tel. {+48 601 555 019} q4h");
    }

    private static void deepSequences(ExamItem item, ExamPatient patient) {
        item.sequence(
                Tags.ContrastBolusAgentSequence,
                agent -> agent.plain(Tags.CodeValue, "C-B0322")
                        .plain(Tags.CodingSchemeDesignator, "SRT")
                        .text(Tags.CodeMeaning, Keep.ALWAYS, "Iohexol for {" + patient.family() + "}")
                        .sequence(
                                Tags.ContrastBolusAdministrationRouteSequence,
                                route -> route.plain(Tags.CodeValue, "G-D101")
                                        .plain(Tags.CodingSchemeDesignator, "SNM3")
                                        .text(Tags.CodeMeaning, Keep.ALWAYS, "by mouth {" + patient.given() + "}")
                                        .sequence(
                                                Tags.AdditionalDrugSequence,
                                                drug -> drug.plain(Tags.CodeValue, "C-1")
                                                        .plain(Tags.CodingSchemeDesignator, "99X")
                                                        .text(
                                                                Tags.CodeMeaning,
                                                                Keep.ALWAYS,
                                                                "saline {" + patient.id() + "} 20 ml"))));
    }

    /** A sequence of the standard that somebody who did not know it wrote with VR UN: inside it is implicit VR little endian (PS3.5 6.2.2). */
    private static void hiddenSequence(ExamItem item, ExamPatient patient) {
        byte[] code = implicit(Tags.CodeValue, "K80.2".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        byte[] meaning = implicit(
                Tags.CodeMeaning, patient.script().bytes("gallstones of " + patient.given() + " " + patient.family()));
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        inside.writeBytes(code);
        inside.writeBytes(meaning);
        item.data().put(Tags.AdmittingDiagnosesCodeSequence, Vr.UN, implicit(Tag.Item, inside.toByteArray()));
        item.log().check(item.place(Tags.AdmittingDiagnosesCodeSequence), ScoreAction.TEXT_REMOVED, patient.family());
    }

    private static byte[] implicit(int tag, byte[] value) {
        int even = value.length + value.length % 2;
        byte[] bytes = ByteBuffer.allocate(8 + even)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) Tag.group(tag))
                .putShort((short) Tag.element(tag))
                .putInt(even)
                .put(value)
                .array();
        if (even > value.length) {
            bytes[bytes.length - 1] = ' ';
        }
        return bytes;
    }

    /** Of no person: all of it has to stay. */
    private static void deviceTexts(ExamItem item, ExamPatient patient) {
        item.kept(Tags.FilterType, Keep.ALWAYS, "WEDGE")
                .kept(Tags.CollimatorGridName, Keep.ALWAYS, "Bucky 12:1")
                .kept(Tags.DetectorDescription, Keep.ALWAYS, "Trixell Pixium 4343RC, CsI, serviced by vendor")
                .kept(Tags.ContrastBolusRoute, Keep.ALWAYS, "Intravenous, right arm")
                .kept(Tags.MRAcquisitionType, Keep.ALWAYS, "3D")
                .kept(Tags.ScanOptions, Keep.ALWAYS, "FAST_GEMS")
                .kept(Tags.PatientPosition, Keep.ALWAYS, "HFS")
                .kept(Tags.TransmitCoilName, Keep.ALWAYS, "Body, HeadNeck_64")
                .kept(Tags.PulseSequenceName, Keep.ALWAYS, "t1_vibe_fs_tra_dyn_KM")
                .kept(Tags.FilterMaterial, Keep.ALWAYS, "ALUMINUM");
    }
}
