package org.symbolon.deidentification.text.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
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

    private final IdentityValues values;
    private final NarrativeCleaner cleaner;
    private final int days;

    public SelfCheck(IdentityValues values, NarrativeCleaner cleaner, int days) {
        this.values = values;
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
        new Remainder(values, record, anonymous).check();
    }

    private boolean holdsIdentity(Place place) {
        String text = place.text();
        return switch (place.type()) {
            case NARRATIVE -> isFound(text, TextKind.NARRATIVE) || holdsBirthDay(text);
            case LABEL, UNKNOWN -> isFound(text, TextKind.LABEL);
            case VALUE -> values.isHiddenIn(text);
            case PATIENT_NAME, OTHER_NAME, ADDRESS, TELECOM, ORGANISATION_NAME -> isFound(text, TextKind.LABEL);
            case PATIENT_IDENTIFIER, OTHER_IDENTIFIER, RECORD_IDENTIFIER, DICOM_UID, ACCESSION_NUMBER, VISIT_NUMBER ->
                values.isHiddenIn(text);
            case BIRTH_DATE, DATE, ATTACHMENT, REMOVABLE -> false;
        };
    }

    private boolean isFound(String text, TextKind kind) {
        Changes changes = new Changes(text);
        cleaner.findIdentity(text, new Words(text), kind, changes);
        return !changes.list().isEmpty();
    }

    /** A shifted date may be the day of birth by chance: then the record named the day that was shifted to it. */
    private boolean holdsBirthDay(String text) {
        Optional<LocalDate> birth = values.birthDay();
        if (birth.isEmpty() || values.days().contains(birth.get().minusDays(days))) {
            return false;
        }
        String basic = PlaceDates.basic(birth.get());
        return text.contains(basic) || text.contains(birth.get().toString());
    }

    private static SymbolonException atRisk(Place place) {
        return new SymbolonException(ErrorCode.IDENTITY_AT_RISK, "A value of the patient's is left at " + place.path());
    }
}
