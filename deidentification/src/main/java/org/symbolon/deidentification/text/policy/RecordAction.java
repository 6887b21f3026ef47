package org.symbolon.deidentification.text.policy;

import java.util.Locale;

/** What becomes of a place of a textual record. */
public enum RecordAction {
    /** Stays as it is. */
    KEEP,
    /** Nothing stands there any more, or a placeholder where the format forbids nothing. */
    EMPTY,
    /** Text: identity goes, the words of the surrounding medicine stay. */
    CLEAN,
    /** What the kind of the place has of its own: pseudonym, encrypted number, keyed identifier, moved date. */
    REPLACE,
    /** A date is moved by the patient's own number of days. */
    SHIFT_DATE,
    /** A date becomes the first day of its year, or its year where the format allows that. */
    TRUNCATE_DATE_YEAR,
    /** A date becomes the first day of its month, or its month where the format allows that. */
    TRUNCATE_DATE_MONTH,
    /** A piece of syntax is cut out whole. */
    CUT,
    /** The record is refused with {@code IDENTITY_AT_RISK}: a person is to look at it. */
    QUARANTINE;

    /** As profiles write it: {@code truncate-date-year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
