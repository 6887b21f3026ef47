package org.symbolon.deidentification.profile;

import java.util.Locale;

/**
 * What happens to one attribute: the action codes of PS3.15 table E.1-1a, with what we decide where they leave a choice, and
 * more that profiles of our own need. In a profile file the name is written in lower case with hyphens.
 */
public enum Action {
    /**
     * The value stays as it is; the items of a sequence are treated one by one (K). Argument {@code search}: a value whose
     * form is not known stays only if it holds no copy of what is removed elsewhere.
     */
    KEEP,
    /** The attribute goes, a sequence with all that is in it (X). */
    REMOVE,
    /** Zero length, a sequence without items (Z). */
    EMPTY,
    /** The argument, or a constant of the value representation; the items of a sequence are treated one by one (D). */
    DUMMY,
    /** Every UID is replaced by one keyed by the project of the run; those that the standard registers stay (U). */
    REPLACE_UID,
    /** As {@link #REPLACE_UID}, but the same in all projects of the hospital. */
    HOSPITAL_UID,
    /** A keyed hash of the value, 16 digits and letters. Argument {@code project}: keyed by the project too. */
    HASH,
    /** Dates are moved by the patient's own number of days (C of Retain Longitudinal Temporal Information, Modified Dates). */
    SHIFT_DATE,
    /** The first day of the year or month: argument {@code year} or {@code month}. */
    TRUNCATE_DATE,
    /** Times of day stay, as long as they are nothing but times. */
    KEEP_TIME,
    /** Ages up to the argument (89) stay, older ones become one year more; birth dates are moved to fit. */
    CAP_AGE,
    /** The pseudonym of the patient, for identifier and name. Argument {@code project}: one keyed by the project. */
    PATIENT_PSEUDONYM,
    /** The pseudonym of a number that fits its field: argument {@code accession} or {@code visit}. */
    NUMBER_PSEUDONYM,
    /** The text without what tells who it is (C of Clean Descriptors and others); items are treated one by one. */
    CLEAN_TEXT,
    /** A sequence stays, and its items are treated one by one; a value is {@link Rule#otherwise()}. */
    PROCESS,
    /** The argument, whether there was a value or not. */
    SET,
    /** The object must have a value there, or it is refused; the value stays. */
    REQUIRE,
    /** An object that has a value there is refused, for a person to look at. */
    QUARANTINE,
    /** X/Z: decided by the type that the IOD gives the attribute, as those below; no {@link RuleSet} returns them. */
    REMOVE_OR_EMPTY,
    /** X/D. */
    REMOVE_OR_DUMMY,
    /** Z/D. */
    EMPTY_OR_DUMMY,
    /** X/Z/D. */
    REMOVE_EMPTY_OR_DUMMY,
    /** X/Z/U*. */
    REMOVE_EMPTY_OR_UIDS;

    /** The name in profile files. */
    public String yamlName() {
        return switch (this) {
            case REPLACE_UID -> "uid";
            case NUMBER_PSEUDONYM -> "ff1";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** Whether a rule with this action must still be resolved by the IOD. */
    public boolean dependsOnType() {
        return compareTo(REMOVE_OR_EMPTY) >= 0;
    }
}
