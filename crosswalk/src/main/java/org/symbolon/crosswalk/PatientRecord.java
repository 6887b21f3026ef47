package org.symbolon.crosswalk;

import java.util.List;

/**
 * One person as the crosswalk knows them, in plain form.
 *
 * @param identities what records said about this person, oldest first, each distinct form once (capped)
 */
public record PatientRecord(PatientPseudonym pseudonym, List<PatientIdentity> identities) {
    public PatientRecord {
        identities = List.copyOf(identities);
    }
}
