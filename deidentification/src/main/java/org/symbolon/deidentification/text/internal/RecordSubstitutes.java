package org.symbolon.deidentification.text.internal;

import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.NumberKind;
import org.symbolon.crosswalk.PatientPseudonym;

/**
 * Pseudonyms from the crosswalk, for one record: those that its DICOM objects have.
 *
 * @param source issuer of accession and visit numbers
 * @param project that UIDs and identifiers are keyed by
 */
public record RecordSubstitutes(Crosswalk crosswalk, String source, String project, PatientPseudonym patient) {

    String uid(String uid) {
        return crosswalk.pseudonyms().uid(project, uid);
    }

    String accession(String number) {
        return crosswalk.number(NumberKind.ACCESSION, source, number);
    }

    String visit(String number) {
        return crosswalk.number(NumberKind.VISIT, source, number);
    }

    byte[] keyed(String purpose, String value) {
        return crosswalk.pseudonyms().blindIndex(purpose, project, value);
    }
}
