package org.symbolon.testkit.score;

/** The mapping tables that a de-identifier hands in with its output. Unknown originals give an empty string. */
public interface Mappings {
    /** The UID that stands for the original one. */
    String uid(String original);

    /** The Patient ID that stands for the original one. */
    String patientId(String original);

    /** By how many days the dates of the patient were moved; 0 if none were. */
    int dateShiftDays(String originalPatientId);
}
