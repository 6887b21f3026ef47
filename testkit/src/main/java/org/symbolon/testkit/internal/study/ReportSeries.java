package org.symbolon.testkit.internal.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.PlantedValue.Kind;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.Person;

/**
 * A report on the study's images (Basic Text SR and Enhanced SR IODs, PS3.3 A.35.1 and A.35.2): who observed, what was
 * found, a measurement, and the images it was found in.
 */
final class ReportSeries {
    /** Which SOP class. */
    enum Form {
        BASIC_TEXT,
        ENHANCED
    }

    private ReportSeries() {}

    static void write(StudyContext study, int seriesNumber, Form form, Packaging packaging, ObjectSink sink)
            throws IOException {
        String sopClass = form == Form.ENHANCED ? Uids.EnhancedSRStorage : Uids.BasicTextSRStorage;
        SeriesContext series = SeriesContext.of(
                study,
                Machine.SR,
                seriesNumber,
                "Report " + study.registration().clinic().radiologist(),
                "Dictation");
        String uid = study.uids().next();
        DicomData data = Modules.common(series, sopClass, uid, 1);
        Clinic clinic = study.registration().clinic();
        data.text(Tags.ValueType, "CONTAINER")
                .text(Tags.ContinuityOfContent, "SEPARATE")
                .sequence(Tags.ConceptNameCodeSequence, Codes.item(data, "18748-4", "LN", "Diagnostic imaging report"))
                .text(Tags.CompletionFlag, "COMPLETE")
                .text(Tags.VerificationFlag, "VERIFIED")
                .sequence(Tags.ReferencedPerformedProcedureStepSequence)
                .sequence(Tags.PerformedProcedureCodeSequence)
                .sequence(
                        Tags.VerifyingObserverSequence,
                        data.item()
                                .text(Tags.VerifyingObserverName, clinic.radiologist())
                                .sequence(Tags.VerifyingObserverIdentificationCodeSequence)
                                .text(Tags.VerifyingOrganization, clinic.institution())
                                .text(Tags.VerificationDateTime, study.date() + study.time()))
                .sequence(Tags.CurrentRequestedProcedureEvidenceSequence, evidence(study, data))
                .sequence(Tags.ContentSequence, content(study, form, data));
        sink.accept(new SampleObject(
                study, "SR", seriesNumber, 1, sopClass, uid, series.seriesInstanceUid(), data, packaging));
    }

    /** Study, series, instances (PS3.3 C.17.2 with table C.17-3). */
    private static DicomData evidence(StudyContext study, DicomData data) {
        Map<String, List<DicomData>> bySeries = new LinkedHashMap<>();
        for (ImageReference reference : study.references()) {
            bySeries.computeIfAbsent(reference.seriesInstanceUid(), key -> new ArrayList<>())
                    .add(reference.item(data));
        }
        List<DicomData> series = new ArrayList<>();
        bySeries.forEach((seriesUid, instances) -> series.add(
                data.item().text(Tags.SeriesInstanceUID, seriesUid).sequence(Tags.ReferencedSOPSequence, instances)));
        return data.item()
                .text(Tags.StudyInstanceUID, study.studyInstanceUid())
                .sequence(Tags.ReferencedSeriesSequence, series);
    }

    private static List<DicomData> content(StudyContext study, Form form, DicomData data) {
        Person person = study.person();
        Clinic clinic = study.registration().clinic();
        String trackingUid = study.uids().next();
        study.planter().uid(Kind.OTHER_UID, trackingUid);
        List<DicomData> findings = new ArrayList<>();
        findings.add(text(data, "121071", "Finding", findingText(study)));
        if (form == Form.ENHANCED) {
            findings.add(node(data, "CONTAINS", "NUM", "M-02550", "SRT", "Diameter")
                    .sequence(
                            Tags.MeasuredValueSequence,
                            data.item()
                                    .sequence(Tags.MeasurementUnitsCodeSequence, Codes.item(data, "mm", "UCUM", "mm"))
                                    .decimals(Tags.NumericValue, 9 + person.number() % 12)));
        }
        findings.add(node(data, "CONTAINS", "UIDREF", "112040", "DCM", "Tracking Unique Identifier")
                .text(Tags.UID, trackingUid));
        for (ImageReference reference : study.references()) {
            findings.add(node(data, "CONTAINS", "IMAGE", "121112", "DCM", "Source of Measurement")
                    .sequence(Tags.ReferencedSOPSequence, reference.item(data)));
        }
        return List.of(
                node(data, "HAS OBS CONTEXT", "PNAME", "121008", "DCM", "Person Observer Name")
                        .text(Tags.PersonName, clinic.radiologist()),
                node(data, "HAS OBS CONTEXT", "TEXT", "121009", "DCM", "Person Observer's Organization Name")
                        .text(Tags.TextValue, clinic.institution()),
                node(data, "HAS OBS CONTEXT", "PNAME", "121029", "DCM", "Subject Name")
                        .text(Tags.PersonName, person.name().dicom()),
                node(data, "CONTAINS", "CONTAINER", "121070", "DCM", "Findings")
                        .text(Tags.ContinuityOfContent, "SEPARATE")
                        .sequence(Tags.ContentSequence, findings),
                text(data, "121077", "Conclusion", conclusionText(study)));
    }

    private static String findingText(StudyContext study) {
        Person person = study.person();
        return person.name().spoken() + ", " + study.registration().patientId() + "\r\n"
                + "Solitary lesion, compare earlier images. Asked for by "
                + person.physician().spoken() + ".";
    }

    private static String conclusionText(StudyContext study) {
        return "Follow-up in 3 months; " + study.person().relative().spoken() + " was told by telephone, "
                + study.person().phone() + ".";
    }

    private static DicomData text(DicomData parent, String code, String meaning, String text) {
        return node(parent, "CONTAINS", "TEXT", code, "DCM", meaning).text(Tags.TextValue, text);
    }

    private static DicomData node(
            DicomData parent, String relationship, String valueType, String code, String scheme, String meaning) {
        return parent.item()
                .text(Tags.RelationshipType, relationship)
                .text(Tags.ValueType, valueType)
                .sequence(Tags.ConceptNameCodeSequence, Codes.item(parent, code, scheme, meaning));
    }
}
