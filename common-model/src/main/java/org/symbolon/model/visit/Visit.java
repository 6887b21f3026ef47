package org.symbolon.model.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One visit (encounter) of a patient.
 *
 * @param number as it stands in the record, a pseudonym in the data centre; empty where unknown
 * @param previousNumber number of the visit before it; empty where there is none
 * @param start ISO 8601 date or local date and time; empty where unknown
 * @param end the same
 * @param kind such as inpatient, outpatient, emergency, in the record's words; empty where unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Visit(String number, String previousNumber, String start, String end, String kind) {
    @Override
    public String toString() {
        return "[visit]";
    }
}
