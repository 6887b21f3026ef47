package org.symbolon.deidentification.internal;

import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.NumberKind;
import org.symbolon.crosswalk.PatientPseudonym;

/**
 * Pseudonyms from the crosswalk, for one object.
 *
 * @param project that UIDs are keyed by
 * @param accessionIssuer that tells equal accession numbers of two clinics apart
 */
public record PatientSubstitutes(
        Crosswalk crosswalk, String project, String accessionIssuer, PatientPseudonym pseudonym)
        implements Substitutes {

    @Override
    public String uid(String uid) {
        return crosswalk.pseudonyms().uid(project, uid);
    }

    @Override
    public String patient() {
        return pseudonym.id();
    }

    @Override
    public int dateShiftDays() {
        return pseudonym.dateShiftDays();
    }

    @Override
    public String accession(String accessionNumber) {
        return crosswalk.number(NumberKind.ACCESSION, accessionIssuer, accessionNumber);
    }
}
