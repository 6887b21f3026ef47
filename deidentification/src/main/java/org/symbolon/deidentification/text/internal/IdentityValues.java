package org.symbolon.deidentification.text.internal;

import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.Whose;
import org.symbolon.record.Place;
import org.symbolon.record.RecordIdentity;

/** What the fields of one part of a record say of people, by which its free text is searched. */
final class IdentityValues {
    private IdentityValues() {}

    /** With what the identity says; the places come one by one. */
    static IdentityTerms.Builder of(String language, RecordIdentity identity) {
        IdentityTerms.Builder terms = IdentityTerms.builder();
        terms.language(language);
        terms.addName(identity.patientName(), Whose.PATIENT);
        terms.addOwnNumber(identity.patientId());
        identity.otherPatientIds().forEach(terms::addOwnNumber);
        identity.visitNumbers().forEach(terms::addOwnNumber);
        identity.accessionNumbers().forEach(terms::addOwnNumber);
        PlaceDates.day(identity.birthDate()).ifPresent(terms::birthDay);
        return terms;
    }

    static void add(Place place, IdentityTerms.Builder terms) {
        String text = place.text();
        switch (place.type()) {
            case PATIENT_NAME -> terms.addName(text, Whose.PATIENT);
            case OTHER_NAME -> terms.addName(text, Whose.SOMEBODY);
            case ADDRESS -> terms.addAddress(text);
            case TELECOM -> terms.addContact(text);
            case PATIENT_IDENTIFIER, ACCESSION_NUMBER, VISIT_NUMBER -> terms.addOwnNumber(text);
            case OTHER_IDENTIFIER -> terms.addNumber(text);
            case RECORD_IDENTIFIER, DICOM_UID -> terms.addRecordIdentifier(text);
            case ORGANISATION_NAME -> terms.addOrganisation(text);
            case BIRTH_DATE, DATE -> PlaceDates.day(text).ifPresent(terms::addDay);
            case VALUE, LABEL, NARRATIVE, ATTACHMENT, UNKNOWN, REMOVABLE -> {
                // tells nobody's name by its type
            }
        }
    }
}
