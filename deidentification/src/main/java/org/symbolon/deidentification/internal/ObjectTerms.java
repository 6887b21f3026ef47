package org.symbolon.deidentification.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
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

    static IdentityTerms of(List<Value> values) {
        IdentityTerms.Builder terms = IdentityTerms.builder();
        for (Value value : values) {
            if (!isTerm(value)) {
                continue;
            }
            for (String part : value.text().split("\\\\")) {
                if (!part.isBlank()) {
                    add(value.tag(), value.vr(), part.strip(), terms);
                }
            }
        }
        return terms.build();
    }

    /** Whether a value says something of people, by what it is. */
    static boolean isTerm(Value value) {
        return switch (value.vr()) {
            case PN, DA, DT -> true;
            default -> kind(value.tag()) != Kind.NONE;
        };
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

    private enum Kind {
        OWN_NUMBER,
        NUMBER,
        ADDRESS,
        CONTACT,
        ORGANISATION,
        RECORD,
        /** Says nothing of people by its tag. */
        NONE
    }

    private static void byTag(int tag, String text, IdentityTerms.Builder terms) {
        switch (kind(tag)) {
            case OWN_NUMBER -> terms.addOwnNumber(text);
            case NUMBER -> terms.addNumber(text);
            case ADDRESS -> terms.addAddress(text);
            case CONTACT -> terms.addContact(text);
            case ORGANISATION -> terms.addOrganisation(text);
            case RECORD -> terms.addRecordIdentifier(text);
            case NONE -> {}
        }
    }

    private static Kind kind(int tag) {
        return switch (tag) {
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
                    Tags.ClinicalTrialSubjectID -> Kind.OWN_NUMBER;
            case Tags.DeviceSerialNumber, Tags.DetectorID, Tags.CassetteID, Tags.PlateID, Tags.GantryID -> Kind.NUMBER;
            case Tags.PatientAddress, Tags.InstitutionAddress, Tags.PersonAddress, Tags.ReferringPhysicianAddress ->
                Kind.ADDRESS;
            case Tags.PatientTelephoneNumbers,
                    Tags.PatientTelecomInformation,
                    Tags.PersonTelephoneNumbers,
                    Tags.PersonTelecomInformation,
                    Tags.ReferringPhysicianTelephoneNumbers,
                    Tags.OrderCallbackPhoneNumber -> Kind.CONTACT;
            case Tags.InstitutionName,
                    Tags.InstitutionalDepartmentName,
                    Tags.StationName,
                    Tags.ResponsibleOrganization,
                    Tags.VerifyingOrganization,
                    Tags.CurrentPatientLocation,
                    Tags.PatientInstitutionResidence,
                    Tags.ClinicalTrialSiteName -> Kind.ORGANISATION;
            case Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID -> Kind.RECORD;
            default -> Kind.NONE;
        };
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
