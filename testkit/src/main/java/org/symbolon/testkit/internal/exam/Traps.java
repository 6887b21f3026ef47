package org.symbolon.testkit.internal.exam;

import java.util.List;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.internal.people.Person;

/** Places where identity hides in standard attributes. Each object of the exam gets some of them in turn. */
final class Traps {
    /** One hiding place. */
    interface Trap {
        void set(ExamItem item, ExamPatient patient);
    }

    private static final List<Trap> ALL = List.of(
            Traps::nameInDescriptions,
            Traps::numbersInComments,
            Traps::datesInHistory,
            Traps::requestAttributes,
            Traps::originalAttributes,
            Traps::contributingEquipment,
            Traps::otherPatientIds,
            Traps::uidInText,
            Traps::unlistedTexts,
            Traps::unknownRepresentation,
            Traps::ordersAndVisits,
            Traps::people,
            Traps::overlay,
            Traps::signaturesAndPadding,
            Traps::medicalWords,
            Traps::contacts,
            Traps::references,
            Traps::strangers);

    private Traps() {}

    /** Sets three traps. */
    static void set(ExamItem item, ExamPatient patient, int turn) {
        for (int i = 0; i < 3; i++) {
            ALL.get((turn * 3 + i) % ALL.size()).set(item, patient);
        }
    }

    private static void nameInDescriptions(ExamItem item, ExamPatient patient) {
        item.text(Tags.StudyDescription, Keep.DESCRIPTORS, "Follow-up {" + patient.family() + "} thorax venous phase")
                .text(
                        Tags.SeriesDescription,
                        Keep.DESCRIPTORS,
                        "AX_{" + patient.family() + "}_{" + patient.given() + "}_5mm_lung")
                .text(
                        Tags.ProtocolName,
                        Keep.DESCRIPTORS,
                        "Routine abdomen Dr. {" + patient.clinic().radiologist().split("\\^")[0] + "} 3 phases");
    }

    private static void numbersInComments(ExamItem item, ExamPatient patient) {
        item.text(
                        Tags.PatientComments,
                        Keep.DESCRIPTORS,
                        "MRN {" + patient.id() + "}, claustrophobic, national no. {" + patient.nationalNumber() + "}")
                .text(Tags.ImageComments, Keep.DESCRIPTORS, "motion artefact; accession {" + patient.accession() + "}")
                .text(
                        Tags.StudyComments,
                        Keep.DESCRIPTORS,
                        "compare with study id {" + patient.studyId() + "} on archive");
    }

    private static void datesInHistory(ExamItem item, ExamPatient patient) {
        String[] parts = patient.earlierDate().split("-");
        item.text(
                        Tags.AdditionalPatientHistory,
                        Keep.DESCRIPTORS,
                        "Nephrectomy on {" + patient.earlierDate() + "}, hypertension, creatinine 1.4 mg/dl, born {"
                                + patient.birthDate() + "}")
                .text(
                        Tags.ReasonForTheRequestedProcedure,
                        Keep.DESCRIPTORS,
                        "Staging after CT of {" + parts[2] + "." + parts[1] + "." + parts[0] + "}, RECIST 1.1")
                .date(Tags.LastMenstrualDate, "20190107")
                .date(Tags.AcquisitionDateTime, patient.studyDate() + "101530.250000");
    }

    private static void requestAttributes(ExamItem item, ExamPatient patient) {
        item.sequence(
                Tags.RequestAttributesSequence,
                request -> request.gone(Tags.AccessionNumber, patient.accession())
                        .gone(Tags.RequestedProcedureID, "RP" + patient.studyId())
                        .gone(Tags.ScheduledProcedureStepID, "SPS" + patient.studyId())
                        .text(
                                Tags.ScheduledProcedureStepDescription,
                                Keep.DESCRIPTORS,
                                "brain MRA for {" + patient.given() + " " + patient.family() + "} contrast")
                        .sequence(
                                Tags.ScheduledProtocolCodeSequence,
                                code -> code.plain(Tags.CodeValue, "24558-9")
                                        .plain(Tags.CodingSchemeDesignator, "LN")
                                        .text(Tags.CodeMeaning, Keep.DESCRIPTORS, "US Abdomen")));
    }

    private static void originalAttributes(ExamItem item, ExamPatient patient) {
        item.sequence(
                Tags.OriginalAttributesSequence,
                original -> original.plain(Tags.AttributeModificationDateTime, patient.studyDate() + "1200")
                        .gone(Tags.ModifyingSystem, "COERCE_" + patient.clinic().stationPrefix())
                        .plain(Tags.ReasonForTheAttributeModification, "COERCE")
                        .sequence(
                                Tags.ModifiedAttributesSequence,
                                modified -> modified.name(
                                                Tags.PatientName,
                                                patient.person().birthName().dicom())
                                        .gone(Tags.PatientID, "TMP" + patient.id())));
    }

    private static void contributingEquipment(ExamItem item, ExamPatient patient) {
        item.sequence(
                Tags.ContributingEquipmentSequence,
                device -> device.kept(Tags.Manufacturer, Keep.ALWAYS, "Lampas Workstations")
                        .gone(Tags.InstitutionName, patient.clinic().institution())
                        .gone(Tags.OperatorsName, patient.clinic().operator().replace('^', ' '))
                        .text(
                                Tags.ContributionDescription,
                                Keep.DESCRIPTORS,
                                "reformatted, sent by {"
                                        + patient.person()
                                                .relative()
                                                .alphabetic()
                                                .family() + "}")
                        .sequence(
                                Tags.PurposeOfReferenceCodeSequence,
                                ExamItem.code("109101", "DCM", "Acquisition Equipment")));
    }

    private static void otherPatientIds(ExamItem item, ExamPatient patient) {
        item.gone(Tags.OtherPatientIDs, "OLD-" + patient.nationalNumber())
                .gone(Tags.OtherPatientNames, "Alias" + patient.family() + "^" + patient.given())
                .sequence(
                        Tags.OtherPatientIDsSequence,
                        other -> other.gone(Tags.PatientID, "DOC" + patient.nationalNumber())
                                .gone(
                                        Tags.IssuerOfPatientID,
                                        "REGISTRY-" + patient.clinic().issuer()))
                .gone(Tags.MedicalRecordLocator, "SHELF-" + patient.id())
                .name(Tags.PatientMotherBirthName, patient.person().relative().dicom());
    }

    private static void uidInText(ExamItem item, ExamPatient patient) {
        item.text(
                        Tags.DerivationDescription,
                        Keep.DESCRIPTORS,
                        "MPR, derived from {" + patient.uid(1, 1) + "} by linear interpolation")
                .text(Tags.ImageComments, Keep.DESCRIPTORS, "key image of {" + patient.studyUid() + "} lesion 2")
                .sequence(
                        Tags.ReferencedStudySequence,
                        study -> study.plain(Tags.ReferencedSOPClassUID, "1.2.840.10008.3.1.2.3.1")
                                .uid(Tags.ReferencedSOPInstanceUID, patient.studyUid()));
    }

    /** Attributes that table E.1-1 does not name: their own words stay, identity in them goes. */
    private static void unlistedTexts(ExamItem item, ExamPatient patient) {
        item.text(Tags.ReceiveCoilName, Keep.ALWAYS, "HEAD {" + patient.family() + "}")
                .text(Tags.SequenceName, Keep.ALWAYS, "*tfl3d1 {" + patient.family() + "}")
                .kept(Tags.ConvolutionKernel, Keep.ALWAYS, "Br40d")
                .sequence(
                        Tags.ProcedureCodeSequence,
                        code -> code.plain(Tags.CodeValue, "P5-0808E")
                                .plain(Tags.CodingSchemeDesignator, "SRT")
                                .text(
                                        Tags.CodeMeaning,
                                        Keep.ALWAYS,
                                        "CT chest {" + patient.family() + "} high resolution"))
                .text(
                        Tags.WindowCenterWidthExplanation,
                        Keep.ALWAYS,
                        "BONE {" + patient.given() + " " + patient.family() + "}");
    }

    /** Standard attributes written with VR UN, unknown standard tags, repeating groups, stray groups. */
    private static void unknownRepresentation(ExamItem item, ExamPatient patient) {
        Person person = patient.person();
        item.text(
                        Tags.ResponsiblePerson,
                        Vr.UN,
                        Keep.NEVER,
                        "{" + person.relative().alphabetic().family() + "}")
                .text(Tags.PatientInsurancePlanCodeSequence, Vr.UN, Keep.NEVER, "{INS" + patient.nationalNumber() + "}")
                .text(Tag.of(0x0009, 0x0002), Vr.LO, Keep.NEVER, "{" + person.email() + "}")
                .text(Tag.of(0x0010, 0x9998), Vr.UN, Keep.NEVER, "{" + patient.family() + "}")
                .text(Tag.of(0x5000, 0x2500), Vr.LO, Keep.NEVER, "ECG of {" + patient.family() + "}");
    }

    private static void ordersAndVisits(ExamItem item, ExamPatient patient) {
        item.gone(Tags.AdmissionID, "ADM" + patient.seed().substring(4))
                .gone(
                        Tags.CurrentPatientLocation,
                        "Ward 7 bed " + patient.seed().substring(6))
                .text(Tags.VisitComments, Keep.DESCRIPTORS, "admitted by {" + patient.colleagueIn() + "} with dyspnea")
                .gone(Tags.PlacerOrderNumberImagingServiceRequest, "PL-" + patient.seed())
                .gone(Tags.FillerOrderNumberImagingServiceRequest, "FI-" + patient.seed())
                .gone(Tags.PerformedProcedureStepID, "PPS" + patient.seed())
                .text(
                        Tags.PerformedProcedureStepDescription,
                        Keep.DESCRIPTORS,
                        "CT Abdomen+Pelvis {" + patient.given() + "} {" + patient.family() + "} portal venous")
                .date(Tags.PerformedProcedureStepStartDate, patient.studyDate());
    }

    private static void people(ExamItem item, ExamPatient patient) {
        item.name(Tags.NameOfPhysiciansReadingStudy, "Tattersall^Penelope^^Dr\\Brockenhurst^Miles")
                .name(Tags.PhysiciansOfRecord, patient.person().physician().dicom())
                .gone(Tags.ScheduledPerformingPhysicianName, "Yelverton^Agatha")
                .sequence(
                        Tags.PerformingPhysicianIdentificationSequence,
                        who -> who.gone(Tags.InstitutionName, patient.clinic().institution())
                                .gone(
                                        Tags.PersonTelephoneNumbers,
                                        patient.clinic().referrerPhone())
                                .sequence(
                                        Tags.PersonIdentificationCodeSequence,
                                        code -> code.plain(Tags.CodingSchemeDesignator, "99STAFF")
                                                .plain(Tags.CodeValue, "R17")
                                                .gone(Tags.CodeMeaning, "Featherington Lucius")));
    }

    private static void overlay(ExamItem item, ExamPatient patient) {
        int columns = 96;
        int rows = 16;
        int overlay = 0x6000;
        item.data()
                .integers(Tag.of(overlay, 0x0010), Vr.US, rows)
                .integers(Tag.of(overlay, 0x0011), Vr.US, columns)
                .text(Tag.of(overlay, 0x0040), Vr.CS, "G")
                .integers(Tag.of(overlay, 0x0050), Vr.SS, 1, 1)
                .integers(Tag.of(overlay, 0x0100), Vr.US, 1)
                .integers(Tag.of(overlay, 0x0102), Vr.US, 0)
                .put(Tag.of(overlay, 0x3000), Vr.OW, Lettering.overlay(patient.id(), columns, rows));
        item.log()
                .check(
                        item.place(Tag.of(overlay, 0x3000)),
                        org.symbolon.testkit.score.ScoreAction.PIXELS_HIDDEN,
                        patient.id());
        item.text(Tag.of(overlay, 0x0022), Vr.LO, Keep.NEVER, "markers of {" + patient.family() + "}");
    }

    private static void signaturesAndPadding(ExamItem item, ExamPatient patient) {
        item.sequence(
                        Tags.DigitalSignaturesSequence,
                        signature -> signature
                                .plain(Tags.DigitalSignatureUID, patient.uid(8, 8))
                                .goneBytes(
                                        Tags.CertificateOfSigner,
                                        Vr.OB,
                                        "CN=",
                                        patient.clinic().radiologist().split("\\^")[0],
                                        ",C=LT"))
                .goneBytes(
                        Tags.DataSetTrailingPadding,
                        Vr.OB,
                        "left over ",
                        patient.person().email(),
                        "")
                .text(Tags.IdentifyingComments, Keep.DESCRIPTORS, "belongs to {" + patient.id() + "}");
    }

    /** Nothing but medicine: all of it has to stay. */
    private static void medicalWords(ExamItem item, ExamPatient patient) {
        item.kept(Tags.SeriesDescription, Keep.DESCRIPTORS, "T2 FLAIR white matter, Gd-DTPA, b1000, PCASL 3D")
                .kept(Tags.ProtocolName, Keep.DESCRIPTORS, "Crohn enterography / Parkinson DaTSCAN / Hodgkin staging")
                .kept(
                        Tags.AdmittingDiagnosesDescription,
                        Keep.DESCRIPTORS,
                        "Baker cyst, Down syndrome, Colles fracture, ICD-10 S52.5")
                .kept(Tags.ContrastBolusAgent, Keep.DESCRIPTORS, "Omnipaque 350 mg I/ml")
                .kept(Tags.BodyPartExamined, Keep.ALWAYS, "CHEST")
                .kept(
                        Tags.AcquisitionDeviceProcessingDescription,
                        Keep.DESCRIPTORS,
                        "Fischer unsharp mask, May-Grunwald gain 2");
    }

    private static void contacts(ExamItem item, ExamPatient patient) {
        item.text(
                        Tags.PatientComments,
                        Keep.DESCRIPTORS,
                        "call {" + patient.person().phone() + "} before sedation, mail {"
                                + patient.person().email() + "}")
                .text(
                        Tags.RequestedProcedureDescription,
                        Keep.DESCRIPTORS,
                        "Mammography screening; see {https://portal.example.org/p/" + patient.id() + "}")
                .text(
                        Tags.MedicalAlerts,
                        Keep.DESCRIPTORS,
                        "pacemaker; husband {" + patient.person().phone() + "}");
    }

    private static void references(ExamItem item, ExamPatient patient) {
        item.sequence(
                        Tags.ReferencedImageSequence,
                        image -> image.plain(Tags.ReferencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
                                .uid(Tags.ReferencedSOPInstanceUID, patient.uid(1, 1)))
                .sequence(
                        Tags.SourceImageSequence,
                        image -> image.plain(Tags.ReferencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
                                .uid(Tags.ReferencedSOPInstanceUID, patient.uid(1, 2)))
                .uid(Tags.IrradiationEventUID, patient.uid(9, 9))
                .uid(Tags.SynchronizationFrameOfReferenceUID, patient.frameOfReferenceUid())
                .uid(Tags.StorageMediaFileSetUID, patient.uid(9, 7));
    }

    /** Names that no attribute holds: behind a title, behind a word for a relative, and with nothing that gives them away. */
    private static void strangers(ExamItem item, ExamPatient patient) {
        item.text(
                        Tags.AdditionalPatientHistory,
                        Keep.DESCRIPTORS,
                        "Referred by Dr {" + patient.colleagueIn() + "}; sister {" + patient.stranger()
                                + "} had melanoma")
                .text(Tags.SeriesDescription, Keep.DESCRIPTORS, "LIVER {" + patient.stranger() + "} arterial");
    }
}
