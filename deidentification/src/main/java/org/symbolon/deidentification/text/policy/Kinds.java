package org.symbolon.deidentification.text.policy;

import static org.symbolon.deidentification.text.policy.RecordAction.CLEAN;
import static org.symbolon.deidentification.text.policy.RecordAction.CUT;
import static org.symbolon.deidentification.text.policy.RecordAction.EMPTY;
import static org.symbolon.deidentification.text.policy.RecordAction.KEEP;
import static org.symbolon.deidentification.text.policy.RecordAction.QUARANTINE;
import static org.symbolon.deidentification.text.policy.RecordAction.REPLACE;
import static org.symbolon.deidentification.text.policy.RecordAction.SHIFT_DATE;
import static org.symbolon.deidentification.text.policy.RecordAction.TRUNCATE_DATE_MONTH;
import static org.symbolon.deidentification.text.policy.RecordAction.TRUNCATE_DATE_YEAR;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.record.PlaceType;

/** Which actions fit which kind of place, and which one it has where nobody says anything. */
final class Kinds {
    private Kinds() {}

    /** The first is the default. */
    static Set<RecordAction> allowed(PlaceType kind) {
        return switch (kind) {
            case VALUE, LABEL -> EnumSet.of(CLEAN, KEEP, EMPTY, QUARANTINE);
            case NARRATIVE -> EnumSet.of(CLEAN, EMPTY, QUARANTINE);
            case PATIENT_NAME -> EnumSet.of(EMPTY, QUARANTINE);
            case OTHER_NAME, ADDRESS, TELECOM, OTHER_IDENTIFIER, ORGANISATION_NAME ->
                EnumSet.of(EMPTY, KEEP, QUARANTINE);
            case PATIENT_IDENTIFIER -> EnumSet.of(REPLACE, EMPTY, QUARANTINE);
            case ACCESSION_NUMBER, VISIT_NUMBER, RECORD_IDENTIFIER, DICOM_UID ->
                EnumSet.of(REPLACE, KEEP, EMPTY, QUARANTINE);
            case BIRTH_DATE, DATE ->
                EnumSet.of(SHIFT_DATE, TRUNCATE_DATE_YEAR, TRUNCATE_DATE_MONTH, KEEP, EMPTY, QUARANTINE);
            case ATTACHMENT, UNKNOWN -> EnumSet.of(EMPTY, QUARANTINE);
            case REMOVABLE -> EnumSet.of(CUT, QUARANTINE);
        };
    }

    static RecordAction byDefault(PlaceType kind) {
        return switch (kind) {
            case VALUE, LABEL, NARRATIVE -> CLEAN;
            case PATIENT_NAME, OTHER_NAME, ADDRESS, TELECOM, OTHER_IDENTIFIER, ORGANISATION_NAME, ATTACHMENT, UNKNOWN ->
                EMPTY;
            case PATIENT_IDENTIFIER, ACCESSION_NUMBER, VISIT_NUMBER, RECORD_IDENTIFIER, DICOM_UID -> REPLACE;
            case BIRTH_DATE, DATE -> SHIFT_DATE;
            case REMOVABLE -> CUT;
        };
    }

    /** @throws IllegalArgumentException with the words that there are */
    static PlaceType kind(String word) {
        for (PlaceType kind : PlaceType.values()) {
            if (word(kind).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of value is called '" + word + "'; there are "
                + Arrays.stream(PlaceType.values()).map(Kinds::word).collect(Collectors.joining(", ")));
    }

    static String word(PlaceType kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException with the words that there are */
    static RecordAction action(String word) {
        for (RecordAction action : RecordAction.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException(
                "No action on records is called '" + word + "'; there are " + words(EnumSet.allOf(RecordAction.class)));
    }

    static String words(Set<RecordAction> actions) {
        return actions.stream().map(RecordAction::word).collect(Collectors.joining(", "));
    }
}
