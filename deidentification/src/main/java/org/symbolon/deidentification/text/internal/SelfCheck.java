package org.symbolon.deidentification.text.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/**
 * Reads an anonymous record again and looks for what should not be in it: a second opinion that does not depend on what the
 * first reading took for a value, and sees texts with their escapes undone.
 */
public final class SelfCheck {
    private static final int MIN_TEXT = 3;

    private final List<PartPlan> parts;
    private final int[] starts;

    /**
     * @param parts of each part the plan of its patient
     * @param starts where each part begins in the anonymous bytes
     */
    public SelfCheck(List<PartPlan> parts, int[] starts) {
        this.parts = parts;
        this.starts = starts;
    }

    /** Refuses with {@code IDENTITY_AT_RISK}. */
    public void check(byte[] anonymous, Function<byte[], ClinicalRecord> reader) {
        ClinicalRecord record;
        try {
            record = reader.apply(anonymous);
        } catch (SymbolonException e) {
            throw new SymbolonException(ErrorCode.IDENTITY_AT_RISK, "The de-identified record cannot be read again", e);
        }
        int part = 0;
        int position = 0;
        Remainder remainder = new Remainder(parts.get(0).terms(), record.charset(), anonymous);
        for (Place place : record.places()) {
            if (part + 1 < starts.length && place.offset() >= starts[part + 1]) {
                while (part + 1 < starts.length && place.offset() >= starts[part + 1]) {
                    part++;
                }
                remainder = new Remainder(parts.get(part).terms(), record.charset(), anonymous);
            }
            if (place.type() != PlaceType.REMOVABLE) {
                remainder.check(position, place.offset());
                position = Math.max(position, place.end());
                if (place.text().length() >= MIN_TEXT && holdsIdentity(parts.get(part), place)) {
                    throw atRisk(place);
                }
            }
        }
        remainder.check(position, anonymous.length);
        checkMarkup(new String(anonymous, record.charset()));
    }

    /** A name may be parted by markup between two places, or inside of one ({@link #holdsIdentity}). */
    private void checkMarkup(String record) {
        for (String word : SplitWords.of(record)) {
            for (PartPlan part : parts) {
                if (isIdentity(part, word)) {
                    throw new SymbolonException(
                            ErrorCode.IDENTITY_AT_RISK, "A word that markup parts is a value of the patient's");
                }
            }
        }
    }

    private static boolean isSplit(PartPlan part, String text) {
        return SplitWords.of(text).stream().anyMatch(word -> isIdentity(part, word));
    }

    /** A name; of words with digits, such as ordinals, only numbers of the patient's. */
    private static boolean isIdentity(PartPlan part, String word) {
        return word.chars().anyMatch(Character::isDigit)
                ? part.terms().stickOutOf(word)
                : part.cleaner().holdsIdentity(word, TextKind.LABEL);
    }

    private static boolean holdsIdentity(PartPlan part, Place place) {
        String text = place.text();
        if (place.type() == PlaceType.NARRATIVE && isSplit(part, text)) {
            return true;
        }
        if (part.clean().contains(text, place.type())) {
            return false;
        }
        return switch (place.type()) {
            case NARRATIVE -> part.cleaner().holdsIdentity(text, TextKind.NARRATIVE) || holdsBirthDay(part, text);
            case LABEL, UNKNOWN, PATIENT_NAME, OTHER_NAME, ADDRESS, TELECOM, ORGANISATION_NAME ->
                part.cleaner().holdsIdentity(text, TextKind.LABEL);
            case VALUE,
                    PATIENT_IDENTIFIER,
                    OTHER_IDENTIFIER,
                    RECORD_IDENTIFIER,
                    DICOM_UID,
                    ACCESSION_NUMBER,
                    VISIT_NUMBER -> part.terms().areHiddenIn(text);
            case BIRTH_DATE, DATE, ATTACHMENT, REMOVABLE -> false;
        };
    }

    /** A shifted date may be the day of birth by chance: then the record named the day that was shifted to it. */
    private static boolean holdsBirthDay(PartPlan part, String text) {
        Optional<LocalDate> birth = part.terms().birthDay();
        int days = part.substitutes().patient().dateShiftDays();
        if (birth.isEmpty() || part.terms().namesDay(birth.get().minusDays(days))) {
            return false;
        }
        String basic = PlaceDates.basic(birth.get());
        return text.contains(basic) || text.contains(birth.get().toString());
    }

    private static SymbolonException atRisk(Place place) {
        return new SymbolonException(ErrorCode.IDENTITY_AT_RISK, "A value of the patient's is left at " + place.path());
    }
}
