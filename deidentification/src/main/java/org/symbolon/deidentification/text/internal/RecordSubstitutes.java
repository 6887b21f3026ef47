package org.symbolon.deidentification.text.internal;

import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.NumberKind;
import org.symbolon.crosswalk.PatientPseudonym;

/**
 * Pseudonyms from the crosswalk, for one part of a record: those that its DICOM objects have.
 *
 * @param source issuer of accession and visit numbers
 * @param project that UIDs and identifiers are keyed by
 * @param trial whether nothing may be written to the crosswalk: numbers that it would have to remember get a stand-in
 */
public record RecordSubstitutes(
        Crosswalk crosswalk, String source, String project, PatientPseudonym patient, boolean trial) {
    private static final String STAND_IN = "t000000000000000";

    String uid(String uid) {
        return crosswalk.pseudonyms().uid(project, uid);
    }

    String accession(String number) {
        return number(NumberKind.ACCESSION, number);
    }

    String visit(String number) {
        return number(NumberKind.VISIT, number);
    }

    private String number(NumberKind kind, String number) {
        if (trial) {
            return number.isEmpty()
                    ? ""
                    : crosswalk.pseudonyms().number(kind, source, number).orElse(STAND_IN);
        }
        return crosswalk.number(kind, source, number);
    }

    byte[] keyed(String purpose, String value) {
        return crosswalk.pseudonyms().blindIndex(purpose, project, value);
    }
}
