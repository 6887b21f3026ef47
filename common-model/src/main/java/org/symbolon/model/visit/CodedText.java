package org.symbolon.model.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A code with its text.
 *
 * @param system one of the constants here where the record's system is one of these, else the system's name, OID or URI
 * @param code as it stands; empty where there is only text
 * @param text as it stands; may be empty
 * @param date ISO 8601, when it was found or done; empty where unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CodedText(String system, String code, String text, String date) {
    /** ICD-10 and its national modifications (ICD-10-CM, ICD-10-AM, I10). */
    public static final String ICD_10 = "ICD-10";

    /** ICD-9 and ICD-9-CM, diagnoses and procedures. */
    public static final String ICD_9 = "ICD-9";

    public static final String SNOMED_CT = "SNOMED CT";
    public static final String LOINC = "LOINC";
    public static final String CPT = "CPT";

    @Override
    public String toString() {
        return "[coded text]";
    }
}
