package org.symbolon.crosswalk;

/**
 * What stands for one person outside the hospital, for life.
 *
 * @param id 16 random symbols of {@code 0-9A-Z} without I, L, O, U; derived from nothing, and no secret
 * @param dateShiftDays days to add to every shifted date of this person, -365 to -1; a secret, so {@link #toString} leaves
 *     it out
 */
public record PatientPseudonym(String id, int dateShiftDays) {
    @Override
    public String toString() {
        return id;
    }
}
