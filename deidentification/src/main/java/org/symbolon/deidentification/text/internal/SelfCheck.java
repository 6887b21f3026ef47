package org.symbolon.deidentification.text.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.TextCleaner;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;

/**
 * Reads an anonymous record again and looks for what should not be in it: a second opinion that does not depend on what the
 * first reading took for a value, and sees texts with their escapes undone.
 */
public final class SelfCheck {
    private static final int MIN_TEXT = 3;

    private final IdentityTerms terms;
    private final TextCleaner cleaner;
    private final int days;

    public SelfCheck(IdentityTerms terms, TextCleaner cleaner, int days) {
        this.terms = terms;
        this.cleaner = cleaner;
        this.days = days;
    }

    /** Refuses with {@code IDENTITY_AT_RISK}. */
    public void check(byte[] anonymous, Function<byte[], ClinicalRecord> reader) {
        ClinicalRecord record;
        try {
            record = reader.apply(anonymous);
        } catch (SymbolonException e) {
            throw new SymbolonException(ErrorCode.IDENTITY_AT_RISK, "The de-identified record cannot be read again", e);
        }
        for (Place place : record.places()) {
            if (place.text().length() >= MIN_TEXT && holdsIdentity(place)) {
                throw atRisk(place);
            }
        }
        new Remainder(terms, record, anonymous).check();
    }

    private boolean holdsIdentity(Place place) {
        String text = place.text();
        return switch (place.type()) {
            case NARRATIVE -> cleaner.holdsIdentity(text, TextKind.NARRATIVE) || holdsBirthDay(text);
            case LABEL, UNKNOWN -> cleaner.holdsIdentity(text, TextKind.LABEL);
            case VALUE -> terms.areHiddenIn(text);
            case PATIENT_NAME, OTHER_NAME, ADDRESS, TELECOM, ORGANISATION_NAME ->
                cleaner.holdsIdentity(text, TextKind.LABEL);
            case PATIENT_IDENTIFIER, OTHER_IDENTIFIER, RECORD_IDENTIFIER, DICOM_UID, ACCESSION_NUMBER, VISIT_NUMBER ->
                terms.areHiddenIn(text);
            case BIRTH_DATE, DATE, ATTACHMENT, REMOVABLE -> false;
        };
    }

    /** A shifted date may be the day of birth by chance: then the record named the day that was shifted to it. */
    private boolean holdsBirthDay(String text) {
        Optional<LocalDate> birth = terms.birthDay();
        if (birth.isEmpty() || terms.namesDay(birth.get().minusDays(days))) {
            return false;
        }
        String basic = PlaceDates.basic(birth.get());
        return text.contains(basic) || text.contains(birth.get().toString());
    }

    private static SymbolonException atRisk(Place place) {
        return new SymbolonException(ErrorCode.IDENTITY_AT_RISK, "A value of the patient's is left at " + place.path());
    }
}
