package org.symbolon.testkit.internal.exam;

import java.util.function.Consumer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.people.Clinic;

/** Structured reports and key objects (PS3.3 A.35): identity in observers, in nested text, in UIDs and dates. */
final class ExamReports {
    private ExamReports() {}

    static ExamFile report(ExamPatient patient, int series, Packaging packaging) {
        ExamFile file = new ExamFile(patient, "SR", Uids.EnhancedSRStorage, series, 1, packaging);
        Clinic clinic = patient.clinic();
        String radiologist = clinic.radiologist().split("\\^")[0];
        file.item()
                .plain(Tags.ValueType, "CONTAINER")
                .plain(Tags.ContinuityOfContent, "SEPARATE")
                .plain(Tags.CompletionFlag, "COMPLETE")
                .plain(Tags.VerificationFlag, "VERIFIED")
                .sequence(Tags.ConceptNameCodeSequence, ExamItem.code("18748-4", "LN", "Diagnostic imaging report"))
                .sequence(
                        Tags.VerifyingObserverSequence,
                        observer -> observer.name(Tags.VerifyingObserverName, clinic.radiologist())
                                .gone(Tags.VerifyingOrganization, clinic.institution())
                                .date(Tags.VerificationDateTime, patient.studyDate() + "1400")
                                .filled(Tags.VerifyingObserverName)
                                .filled(Tags.VerificationDateTime))
                .sequence(
                        Tags.CurrentRequestedProcedureEvidenceSequence,
                        study -> study.uid(Tags.StudyInstanceUID, patient.studyUid())
                                .sequence(
                                        Tags.ReferencedSeriesSequence,
                                        one -> one.uid(Tags.SeriesInstanceUID, patient.uid(1, 0))
                                                .sequence(Tags.ReferencedSOPSequence, image(patient))))
                .sequence(
                        Tags.ContentSequence,
                        node("HAS OBS CONTEXT", "PNAME", "121008", "Person Observer Name")
                                .andThen(item -> item.name(Tags.PersonName, clinic.radiologist())),
                        node("HAS OBS CONTEXT", "TEXT", "121009", "Person Observer's Organization Name")
                                .andThen(item -> item.gone(Tags.TextValue, clinic.institution())),
                        node("HAS OBS CONTEXT", "UIDREF", "121018", "Procedure Study Instance UID")
                                .andThen(item -> item.uid(Tags.UID, patient.studyUid())),
                        node("HAS OBS CONTEXT", "DATE", "121031", "Subject Birth Date")
                                .andThen(item -> item.gone(Tags.Date, patient.birthDate())),
                        node("CONTAINS", "CONTAINER", "121070", "Findings")
                                .andThen(item -> item.plain(Tags.ContinuityOfContent, "SEPARATE")
                                        .sequence(
                                                Tags.ContentSequence,
                                                finding(patient),
                                                measurement(),
                                                imageNode(patient))),
                        node("CONTAINS", "TEXT", "121077", "Conclusion")
                                .andThen(item -> item.text(
                                        Tags.TextValue,
                                        Keep.STRUCTURED,
                                        "BI-RADS 4; biopsy advised. Discussed with {"
                                                + patient.person()
                                                        .relative()
                                                        .alphabetic()
                                                        .family()
                                                + "} by phone {"
                                                + patient.person().phone() + "}. Signed Dr {"
                                                + radiologist + "}, {" + patient.earlierDate() + "}.")));
        return file;
    }

    static ExamFile keyObject(ExamPatient patient, int series, Packaging packaging) {
        ExamFile file = new ExamFile(patient, "KO", Uids.KeyObjectSelectionDocumentStorage, series, 1, packaging);
        file.item()
                .plain(Tags.ValueType, "CONTAINER")
                .plain(Tags.ContinuityOfContent, "SEPARATE")
                .sequence(Tags.ConceptNameCodeSequence, ExamItem.code("113000", "DCM", "Of Interest"))
                .sequence(
                        Tags.CurrentRequestedProcedureEvidenceSequence,
                        study -> study.uid(Tags.StudyInstanceUID, patient.studyUid())
                                .sequence(
                                        Tags.ReferencedSeriesSequence,
                                        one -> one.uid(Tags.SeriesInstanceUID, patient.uid(1, 0))
                                                .sequence(Tags.ReferencedSOPSequence, image(patient))))
                .sequence(
                        Tags.ContentSequence,
                        node("CONTAINS", "TEXT", "113012", "Key Object Description")
                                .andThen(item -> item.text(
                                        Tags.TextValue,
                                        Keep.STRUCTURED,
                                        "Lesion of {" + patient.given() + " " + patient.family()
                                                + "} for the tumour board, MRN {" + patient.id() + "}")),
                        imageNode(patient));
        return file;
    }

    static Packaging deflated() {
        return Packaging.plain(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static Consumer<ExamItem> finding(ExamPatient patient) {
        return node("CONTAINS", "TEXT", "121071", "Finding")
                .andThen(item -> item.text(
                                Tags.TextValue,
                                Keep.STRUCTURED,
                                "{" + patient.person().name().spoken() + "}, PESEL/ID {" + patient.nationalNumber()
                                        + "}: Hodgkin lymphoma, node 14 mm, SUVmax 7.2. E-mail {"
                                        + patient.person().email() + "}. Series {" + patient.uid(1, 0) + "}.")
                        .date(Tags.ObservationDateTime, patient.studyDate() + "1130"));
    }

    private static Consumer<ExamItem> measurement() {
        return node("CONTAINS", "NUM", "81827009", "Diameter")
                .andThen(item -> item.sequence(
                        Tags.MeasuredValueSequence,
                        value -> value.sequence(Tags.MeasurementUnitsCodeSequence, ExamItem.code("mm", "UCUM", "mm"))
                                .keptNumber(Tags.NumericValue, Keep.STRUCTURED, 14.5)));
    }

    private static Consumer<ExamItem> imageNode(ExamPatient patient) {
        return node("CONTAINS", "IMAGE", "121112", "Source of Measurement")
                .andThen(item -> item.sequence(Tags.ReferencedSOPSequence, image(patient)));
    }

    private static Consumer<ExamItem> image(ExamPatient patient) {
        return item -> item.plain(Tags.ReferencedSOPClassUID, Uids.CTImageStorage)
                .uid(Tags.ReferencedSOPInstanceUID, patient.uid(1, 1));
    }

    private static Consumer<ExamItem> node(String relationship, String type, String code, String meaning) {
        return item -> item.plain(Tags.RelationshipType, relationship)
                .plain(Tags.ValueType, type)
                .sequence(Tags.ConceptNameCodeSequence, ExamItem.code(code, "DCM", meaning));
    }
}
