package org.symbolon.testkit.internal.study;

import java.util.Locale;
import org.symbolon.dicom.Tags;
import org.symbolon.testkit.PlantedValue.Kind;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.Script;

/** The modules that every object has: SOP common, patient, study, series, equipment (PS3.3 annex C). */
final class Modules {
    private Modules() {}

    /** A new object of a series with all common modules; what it says of people is planted. */
    static DicomData common(SeriesContext series, String sopClassUid, String sopInstanceUid, int instanceNumber) {
        StudyContext study = series.study();
        Script script = study.person().script();
        DicomData data = new DicomData(script);
        if (!script.specificCharacterSet().isEmpty()) {
            data.text(Tags.SpecificCharacterSet, script.specificCharacterSet().toArray(String[]::new));
        }
        data.text(Tags.SOPClassUID, sopClassUid)
                .text(Tags.SOPInstanceUID, sopInstanceUid)
                .integers(Tags.InstanceNumber, instanceNumber);
        study.planter().uid(Kind.SOP_INSTANCE_UID, sopInstanceUid);
        patient(study, data);
        study(study, data);
        series(series, data);
        equipment(series, data);
        PrivateElements.add(series, instanceNumber, data);
        return data;
    }

    private static void patient(StudyContext study, DicomData data) {
        Person person = study.person();
        Clinic clinic = study.registration().clinic();
        Script script = person.script();
        Planter planter = study.planter();
        data.text(Tags.PatientName, person.name().dicom())
                .text(Tags.PatientID, study.registration().patientId())
                .text(Tags.IssuerOfPatientID, clinic.issuer())
                .text(Tags.PatientBirthDate, person.birthDate())
                .text(Tags.PatientSex, person.sex())
                .text(Tags.PatientAge, age(person.birthDate(), study.date()))
                .decimals(Tags.PatientSize, 1.5 + person.number() % 37 / 100.0)
                .decimals(Tags.PatientWeight, 52 + person.number() * 7 % 45)
                .text(Tags.PatientBirthName, person.birthName().dicom())
                .text(Tags.PatientAddress, person.address())
                .text(Tags.PatientTelephoneNumbers, person.phone())
                .text(Tags.PatientTelecomInformation, "mailto:" + person.email())
                .text(
                        Tags.PatientComments,
                        person.relative().spoken() + " (" + person.phone() + ")\r\n"
                                + person.name().spoken());
        planter.name(Kind.PATIENT_NAME, person.name(), script);
        planter.nameValue(Kind.PATIENT_NAME, person.birthName(), script);
        planter.name(Kind.OTHER_PERSON_NAME, person.relative(), script);
        planter.text(Kind.PATIENT_ID, study.registration().patientId(), script);
        planter.text(Kind.ADDRESS, person.address(), script);
        planter.text(Kind.PHONE, person.phone(), script);
        planter.text(Kind.EMAIL, person.email(), script);
        String firstId = person.registrations().get(0).patientId();
        if (!firstId.equals(study.registration().patientId())) {
            otherIds(person, firstId, data);
        }
    }

    private static void otherIds(Person person, String firstId, DicomData data) {
        Clinic first = person.registrations().get(0).clinic();
        data.text(Tags.OtherPatientIDs, firstId)
                .sequence(
                        Tags.OtherPatientIDsSequence,
                        data.item()
                                .text(Tags.PatientID, firstId)
                                .text(Tags.IssuerOfPatientID, first.issuer())
                                .text(Tags.TypeOfPatientID, "TEXT"));
    }

    private static void study(StudyContext study, DicomData data) {
        Person person = study.person();
        Script script = person.script();
        Clinic clinic = study.registration().clinic();
        Planter planter = study.planter();
        String admission = "ADM-" + study.studyId() + "-" + person.number();
        data.text(Tags.StudyInstanceUID, study.studyInstanceUid())
                .text(Tags.StudyDate, study.date())
                .text(Tags.StudyTime, study.time())
                .text(Tags.StudyID, study.studyId())
                .text(Tags.AccessionNumber, study.accessionNumber())
                .text(Tags.StudyDescription, study.description())
                .text(Tags.ReferringPhysicianName, person.physician().dicom())
                .text(Tags.ReferringPhysicianTelephoneNumbers, clinic.referrerPhone())
                .text(Tags.RequestingPhysician, clinic.referrer())
                .text(Tags.StudyComments, "Asked for by " + person.physician().spoken())
                .text(Tags.NameOfPhysiciansReadingStudy, clinic.radiologist())
                .text(Tags.AdmissionID, admission)
                .sequence(
                        Tags.ProcedureCodeSequence,
                        Codes.item(
                                data,
                                "P" + study.number() + "-5100",
                                "99SAMPLE",
                                "Imaging of region " + study.number()))
                .sequence(
                        Tags.ReferencedStudySequence,
                        data.item()
                                .text(Tags.ReferencedSOPClassUID, "1.2.840.10008.3.1.2.3.1")
                                .text(Tags.ReferencedSOPInstanceUID, study.studyInstanceUid()))
                .sequence(Tags.ReferringPhysicianIdentificationSequence, physicianIdentification(study, data));
        if (study.number() % 2 == 0) {
            data.text(
                    Tags.AdditionalPatientHistory,
                    "Seen with " + person.relative().spoken() + " on " + study.date());
        }
        planter.uid(Kind.STUDY_UID, study.studyInstanceUid());
        planter.text(Kind.ACCESSION_NUMBER, study.accessionNumber(), script);
        planter.text(Kind.OTHER_NUMBER, study.studyId(), script);
        planter.text(Kind.OTHER_NUMBER, admission, script);
        planter.name(Kind.OTHER_PERSON_NAME, person.physician(), script);
        planter.text(Kind.OTHER_PERSON_NAME, clinic.referrer(), script);
        planter.text(Kind.OTHER_PERSON_NAME, clinic.radiologist(), script);
        planter.text(Kind.PHONE, clinic.referrerPhone(), script);
    }

    private static DicomData physicianIdentification(StudyContext study, DicomData data) {
        Clinic clinic = study.registration().clinic();
        return data.item()
                .text(Tags.InstitutionName, clinic.institution())
                .text(Tags.InstitutionAddress, clinic.address())
                .text(Tags.PersonTelephoneNumbers, clinic.referrerPhone())
                .sequence(
                        Tags.PersonIdentificationCodeSequence,
                        Codes.item(
                                data,
                                "REF-" + study.registration().clinic().stationPrefix(),
                                "99STAFF",
                                clinic.referrer()));
    }

    private static void series(SeriesContext series, DicomData data) {
        StudyContext study = series.study();
        Clinic clinic = study.registration().clinic();
        String stepId = "SPS-" + study.studyId() + "-" + series.number();
        String procedureId = "RP-" + study.studyId();
        data.text(Tags.SeriesInstanceUID, series.seriesInstanceUid())
                .integers(Tags.SeriesNumber, series.number())
                .text(Tags.SeriesDate, study.date())
                .text(Tags.SeriesTime, study.time())
                .text(Tags.ContentDate, study.date())
                .text(Tags.ContentTime, study.time())
                .text(Tags.Modality, series.machine().modality())
                .text(Tags.SeriesDescription, series.description())
                .text(Tags.ProtocolName, series.protocol())
                .text(Tags.OperatorsName, clinic.operator())
                .text(Tags.PerformingPhysicianName, clinic.radiologist())
                .text(Tags.PerformedProcedureStepStartDate, study.date())
                .text(Tags.PerformedProcedureStepStartTime, study.time())
                .text(Tags.PerformedProcedureStepID, "PPS" + procedureId)
                .sequence(
                        Tags.RequestAttributesSequence,
                        data.item()
                                .text(Tags.AccessionNumber, study.accessionNumber())
                                .text(Tags.RequestedProcedureDescription, study.description())
                                .text(Tags.RequestedProcedureID, procedureId)
                                .text(Tags.ScheduledProcedureStepID, stepId)
                                .text(Tags.ScheduledProcedureStepDescription, series.description())
                                .sequence(
                                        Tags.ScheduledProtocolCodeSequence,
                                        Codes.item(
                                                data,
                                                "PR" + series.number(),
                                                "99SAMPLE",
                                                series.machine().model())));
        study.planter().uid(Kind.SERIES_UID, series.seriesInstanceUid());
        study.planter().text(Kind.OTHER_NUMBER, stepId, Script.ENGLISH);
        study.planter().text(Kind.OTHER_NUMBER, procedureId, Script.ENGLISH);
        study.planter().text(Kind.OTHER_PERSON_NAME, clinic.operator(), Script.ENGLISH);
    }

    private static void equipment(SeriesContext series, DicomData data) {
        StudyContext study = series.study();
        Clinic clinic = study.registration().clinic();
        String serial = clinic.stationPrefix() + "/" + series.machine().station() + "-00771-" + clinic.folder();
        data.text(Tags.Manufacturer, series.machine().manufacturer())
                .text(Tags.ManufacturerModelName, series.machine().model())
                .text(Tags.SoftwareVersions, "4.2.1")
                .text(Tags.InstitutionName, clinic.institution())
                .text(Tags.InstitutionAddress, clinic.address())
                .text(Tags.InstitutionalDepartmentName, clinic.department())
                .text(Tags.StationName, stationName(series))
                .text(Tags.DeviceSerialNumber, serial);
        study.planter().text(Kind.INSTITUTION, clinic.institution(), Script.ENGLISH);
        study.planter().text(Kind.INSTITUTION, clinic.department(), Script.ENGLISH);
        study.planter().text(Kind.ADDRESS, clinic.address(), Script.ENGLISH);
        study.planter().text(Kind.OTHER_NUMBER, serial, Script.ENGLISH);
    }

    /** Also the AE title of the machine. */
    static String stationName(SeriesContext series) {
        String name = series.study().registration().clinic().stationPrefix() + "_"
                + series.machine().station();
        return name.substring(Math.max(0, name.length() - 16));
    }

    /** Frame of Reference (PS3.3 C.7.4.1). */
    static void frameOfReference(StudyContext study, DicomData data) {
        data.text(Tags.FrameOfReferenceUID, study.frameOfReferenceUid()).empty(Tags.PositionReferenceIndicator);
        study.planter().uid(Kind.FRAME_OF_REFERENCE_UID, study.frameOfReferenceUid());
    }

    /** Source Image Sequence with its purpose (PS3.3 C.7.6.1.1.4). */
    static void derivedFrom(ImageReference source, DicomData data) {
        DicomData item = source.item(data);
        item.sequence(
                Tags.PurposeOfReferenceCodeSequence,
                Codes.item(data, "121322", "DCM", "Source image for image processing operation"));
        data.sequence(Tags.SourceImageSequence, item);
    }

    private static String age(String birthDate, String studyDate) {
        int years = Integer.parseInt(studyDate.substring(0, 4)) - Integer.parseInt(birthDate.substring(0, 4));
        boolean birthdayToCome = studyDate.substring(4).compareTo(birthDate.substring(4)) < 0;
        return String.format(Locale.ROOT, "%03dY", birthdayToCome ? years - 1 : years);
    }
}
