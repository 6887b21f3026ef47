package org.symbolon.deidentification.profile;

/**
 * What a profile says of textual records (HL7 v2, CDA, FHIR).
 *
 * @param unknown what happens to segments and extensions that no standard defines
 * @param attachments what happens to embedded documents and images
 */
public record RecordPolicy(Excess unknown, Excess attachments) {
    public static final RecordPolicy DEFAULT = new RecordPolicy(Excess.DROP, Excess.DROP);

    /** What happens to parts of a record that nothing can clean. */
    public enum Excess {
        /** The part goes. */
        DROP,
        /** The record is refused, for a person to look at. */
        QUARANTINE
    }
}
