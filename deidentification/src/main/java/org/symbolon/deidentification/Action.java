package org.symbolon.deidentification;

/** What happens to one attribute, after the action codes of PS3.15 table E.1-1a, with what we decide where it leaves a choice. */
public enum Action {
    /** The value stays as it is; the items of a sequence are treated one by one (K). */
    KEEP,
    /** The attribute goes, a sequence with all that is in it (X). */
    REMOVE,
    /** Zero length, a sequence without items (Z). */
    EMPTY,
    /** A constant of the value representation; the items of a sequence are treated one by one (D). */
    DUMMY,
    /** Every UID is replaced by a keyed one; those that the standard registers stay (U). */
    REPLACE_UID,
    /** Dates are moved by the patient's own number of days (C of Retain Longitudinal Temporal Information, Modified Dates). */
    SHIFT_DATE,
    /** Times of day stay, as long as they are nothing but times. */
    KEEP_TIME,
    /** The pseudonym of the patient, for identifier and name. */
    PATIENT_PSEUDONYM,
    /** The pseudonym of an accession number. */
    ACCESSION_PSEUDONYM
}
