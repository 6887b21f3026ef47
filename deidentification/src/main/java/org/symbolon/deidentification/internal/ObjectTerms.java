package org.symbolon.deidentification.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.Whose;
import org.symbolon.deidentification.internal.RemovedValues.Value;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** What the removed values of an object tell the cleaner of its texts: who has which name and number. */
final class ObjectTerms {
    private static final int DATE_CHARACTERS = 8;

    private ObjectTerms() {}

    static IdentityTerms of(RemovedValues removed) {
        IdentityTerms.Builder terms = IdentityTerms.builder();
        for (Value value : removed.values()) {
            for (String part : value.text().split("\\\\")) {
                if (!part.isBlank()) {
                    add(value.tag(), value.vr(), part.strip(), terms);
                }
            }
        }
        return terms.build();
    }

    private static void add(int tag, Vr vr, String text, IdentityTerms.Builder terms) {
        switch (vr) {
            case PN -> terms.addName(text, whose(tag));
            case DA, DT ->
                day(text).ifPresent(day -> {
                    if (tag == Tags.PatientBirthDate) {
                        terms.birthDay(day);
                    } else {
                        terms.addDay(day);
                    }
                });
            default -> byTag(tag, text, terms);
        }
    }

    private static Whose whose(int tag) {
        return switch (tag) {
            case Tags.PatientName, Tags.OtherPatientNames, Tags.PatientBirthName, Tags.PatientMotherBirthName ->
                Whose.PATIENT;
            default -> Whose.SOMEBODY;
        };
    }

    private static void byTag(int tag, String text, IdentityTerms.Builder terms) {
        switch (tag) {
            case Tags.PatientID,
                    Tags.OtherPatientIDs,
                    Tags.AccessionNumber,
                    Tags.StudyID,
                    Tags.AdmissionID,
                    Tags.ServiceEpisodeID,
                    Tags.MedicalRecordLocator,
                    Tags.MilitaryRank,
                    Tags.InsurancePlanIdentification,
                    Tags.RequestedProcedureID,
                    Tags.ScheduledProcedureStepID,
                    Tags.PerformedProcedureStepID,
                    Tags.PlacerOrderNumberImagingServiceRequest,
                    Tags.FillerOrderNumberImagingServiceRequest,
                    Tags.ClinicalTrialSubjectID -> terms.addOwnNumber(text);
            case Tags.DeviceSerialNumber, Tags.DetectorID, Tags.CassetteID, Tags.PlateID, Tags.GantryID ->
                terms.addNumber(text);
            case Tags.PatientAddress, Tags.InstitutionAddress, Tags.PersonAddress, Tags.ReferringPhysicianAddress ->
                terms.addAddress(text);
            case Tags.PatientTelephoneNumbers,
                    Tags.PatientTelecomInformation,
                    Tags.PersonTelephoneNumbers,
                    Tags.PersonTelecomInformation,
                    Tags.ReferringPhysicianTelephoneNumbers,
                    Tags.OrderCallbackPhoneNumber -> terms.addContact(text);
            case Tags.InstitutionName,
                    Tags.InstitutionalDepartmentName,
                    Tags.StationName,
                    Tags.ResponsibleOrganization,
                    Tags.VerifyingOrganization,
                    Tags.CurrentPatientLocation,
                    Tags.PatientInstitutionResidence,
                    Tags.ClinicalTrialSiteName -> terms.addOrganisation(text);
            case Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID -> terms.addRecordIdentifier(text);
            default -> {
                // Says nothing of people by its tag.
            }
        }
    }

    private static Optional<LocalDate> day(String text) {
        String digits = text.replace(".", "");
        if (digits.length() < DATE_CHARACTERS) {
            return Optional.empty();
        }
        try {
            String day = digits.substring(0, DATE_CHARACTERS);
            return Optional.of(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
