package org.symbolon.testkit.internal.exam;

import java.util.List;
import org.symbolon.dicom.Tags;
import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.score.ScoreAction;

/** What every object of the exam has: patient, study, series, equipment (PS3.3 annex C), each value with its check. */
final class ExamHeader {
    /** Type 1 in every IOD (PS3.3 C.12.1, C.7.2.1, C.7.3.1), and what everything is joined by. */
    private static final List<Integer> REQUIRED = List.of(
            Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID, Tags.PatientID);

    /** Type 2 in every IOD of the exam (PS3.3 C.7.1.1, C.7.2.1). */
    private static final List<Integer> REQUIRED_MAYBE_EMPTY = List.of(
            Tags.PatientName,
            Tags.PatientBirthDate,
            Tags.StudyDate,
            Tags.AccessionNumber,
            Tags.ReferringPhysicianName,
            Tags.StudyID);

    private ExamHeader() {}

    /** @param series number of the series in the study, which is also part of UIDs */
    static void put(ExamItem item, ExamPatient patient, String modality, String sopClass, int series, int instance) {
        if (!patient.script().specificCharacterSet().isEmpty()) {
            item.plain(
                    Tags.SpecificCharacterSet,
                    patient.script().specificCharacterSet().toArray(String[]::new));
        }
        item.kept(Tags.SOPClassUID, Keep.ALWAYS, sopClass)
                .uid(Tags.SOPInstanceUID, patient.uid(series, instance))
                .kept(Tags.Modality, Keep.ALWAYS, modality)
                .kept(Tags.SeriesNumber, Keep.ALWAYS, Integer.toString(series))
                .kept(Tags.InstanceNumber, Keep.ALWAYS, Integer.toString(instance))
                .uid(Tags.StudyInstanceUID, patient.studyUid())
                .uid(Tags.SeriesInstanceUID, patient.uid(series, 0));
        patient(item, patient);
        study(item, patient);
        equipment(item, patient.clinic(), modality);
    }

    private static void patient(ExamItem item, ExamPatient patient) {
        Person person = patient.person();
        item.name(Tags.PatientName, person.name().dicom());
        item.plain(Tags.PatientID, patient.id());
        item.log().check(item.place(Tags.PatientID), ScoreAction.TEXT_REMOVED, patient.id());
        item.log().check(item.place(Tags.PatientID), ScoreAction.PATIENT_ID_CONSISTENT, patient.id());
        for (int required : REQUIRED) {
            item.log().check(item.place(required), ScoreAction.TEXT_NOT_NULL, "");
        }
        for (int required : REQUIRED_MAYBE_EMPTY) {
            item.log().check(item.place(required), ScoreAction.TAG_RETAINED, "");
        }
        item.plain(Tags.IssuerOfPatientID, patient.clinic().issuer())
                .gone(Tags.PatientBirthDate, patient.birthDate())
                .kept(Tags.PatientSex, Keep.PATIENT, person.sex())
                .keptNumber(Tags.PatientWeight, Keep.PATIENT, 52 + person.number())
                .gone(Tags.PatientAddress, person.address())
                .gone(Tags.PatientTelephoneNumbers, person.phone())
                .name(Tags.PatientBirthName, person.birthName().dicom());
        if (patient.isVeryOld()) {
            item.gone(Tags.PatientAge, patient.age());
        } else {
            item.kept(Tags.PatientAge, Keep.PATIENT, patient.age());
        }
    }

    private static void study(ExamItem item, ExamPatient patient) {
        Clinic clinic = patient.clinic();
        item.date(Tags.StudyDate, patient.studyDate())
                .date(Tags.SeriesDate, patient.studyDate())
                .date(Tags.ContentDate, patient.studyDate())
                .kept(Tags.StudyTime, Keep.DATES, "101502")
                .gone(Tags.StudyID, patient.studyId())
                .gone(Tags.AccessionNumber, patient.accession())
                .name(Tags.ReferringPhysicianName, patient.person().physician().dicom())
                .name(Tags.PerformingPhysicianName, clinic.radiologist())
                .name(Tags.OperatorsName, clinic.operator())
                .name(Tags.RequestingPhysician, clinic.referrer());
    }

    private static void equipment(ExamItem item, Clinic clinic, String modality) {
        item.gone(Tags.InstitutionName, clinic.institution())
                .gone(Tags.InstitutionAddress, clinic.address())
                .gone(Tags.InstitutionalDepartmentName, clinic.department())
                .kept(Tags.StationName, Keep.DEVICE, "STATION_" + modality)
                .kept(Tags.DeviceSerialNumber, Keep.DEVICE, "SN-" + modality + "-4711")
                .kept(Tags.SoftwareVersions, Keep.ALWAYS, "syngo 4.2.1");
    }

    /** Manufacturer and model, which stay. */
    static void machine(ExamItem item, String manufacturer, String model) {
        item.kept(Tags.Manufacturer, Keep.ALWAYS, manufacturer).kept(Tags.ManufacturerModelName, Keep.ALWAYS, model);
    }

    /** Frame of Reference (PS3.3 C.7.4.1), which the images of the study share. */
    static void frameOfReference(ExamItem item, ExamPatient patient) {
        item.uid(Tags.FrameOfReferenceUID, patient.frameOfReferenceUid()).plain(Tags.PositionReferenceIndicator, "");
    }
}
