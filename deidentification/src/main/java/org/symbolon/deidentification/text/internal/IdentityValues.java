package org.symbolon.deidentification.text.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordIdentity;

/** Collects what the fields of one part of a record say of people, by which its free text is searched. Owned by one call. */
final class IdentityValues {
    private final KnownTerms.Values person;
    private final List<String> ownNumbers = new ArrayList<>();
    private final List<String> recordIdentifiers = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private final @Nullable LocalDate birthDay;

    /** With what the identity says; the places come one by one. */
    IdentityValues(String language, RecordIdentity identity) {
        this.person = new KnownTerms.Values(language);
        person.add(PlaceType.PATIENT_NAME, identity.patientName());
        person.add(PlaceType.PATIENT_IDENTIFIER, identity.patientId());
        identity.otherPatientIds().forEach(id -> person.add(PlaceType.PATIENT_IDENTIFIER, id));
        identity.visitNumbers().forEach(this::addOwnNumber);
        identity.accessionNumbers().forEach(this::addOwnNumber);
        this.birthDay = PlaceDates.day(identity.birthDate()).orElse(null);
    }

    /** @param type what the place counts as here */
    void add(Place place, PlaceType type) {
        String text = place.text();
        switch (type) {
            case PATIENT_NAME, OTHER_NAME, ADDRESS, TELECOM, PATIENT_IDENTIFIER, OTHER_IDENTIFIER, ORGANISATION_NAME ->
                person.add(type, text);
            case ACCESSION_NUMBER, VISIT_NUMBER -> addOwnNumber(text);
            case RECORD_IDENTIFIER, DICOM_UID -> recordIdentifiers.add(text);
            case BIRTH_DATE, DATE -> PlaceDates.day(text).ifPresent(days::add);
            case VALUE, LABEL, NARRATIVE, ATTACHMENT, UNKNOWN, REMOVABLE -> {
                // tells nobody's name by its type
            }
        }
    }

    /** One of letters only is looked for as words, and belongs to what is worked out once. */
    private void addOwnNumber(String number) {
        if (IdentityTerms.hasDigit(number)) {
            ownNumbers.add(number);
        } else {
            person.add(PlaceType.PATIENT_IDENTIFIER, number);
        }
    }

    IdentityTerms terms(KnownTerms known) {
        IdentityTerms.Builder terms = known.of(person).with();
        ownNumbers.forEach(terms::addOwnNumber);
        recordIdentifiers.forEach(terms::addRecordIdentifier);
        days.forEach(terms::addDay);
        if (birthDay != null) {
            terms.birthDay(birthDay);
        }
        return terms.build();
    }
}
