package org.symbolon.model.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What one textual record (a message, a document, a bundle) says. A record may speak of several visits; the first is the one
 * that it is about.
 *
 * @param kind of record in its own standard's words, such as {@code ORU^R01}, {@code CDA 18842-5}, {@code FHIR Bundle document}
 * @param documentId the record's own identifier; empty where it has none
 * @param patientId the patient's identifier as it stands in the record
 * @param sex M, F, O (other) or empty
 * @param birthDate YYYY, YYYY-MM or YYYY-MM-DD; empty where unknown
 * @param date when the record was made or the visit began: an ISO 8601 date or local date and time; empty where unknown
 * @param language of its narrative, an ISO 639-1 code; empty where unknown
 * @param visits the visits it speaks of
 * @param accessionNumbers of the imaging orders it belongs to
 * @param diagnoses in the record's order, the main one first where the record says which that is
 * @param procedures done or ordered
 * @param laboratoryResults one per test
 * @param descriptions everything that is told in words
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VisitRecord(
        String kind,
        String documentId,
        String patientId,
        String sex,
        String birthDate,
        String date,
        String language,
        List<Visit> visits,
        List<String> accessionNumbers,
        List<CodedText> diagnoses,
        List<CodedText> procedures,
        List<LaboratoryResult> laboratoryResults,
        List<Description> descriptions) {

    public VisitRecord {
        visits = List.copyOf(visits);
        accessionNumbers = List.copyOf(accessionNumbers);
        diagnoses = List.copyOf(diagnoses);
        procedures = List.copyOf(procedures);
        laboratoryResults = List.copyOf(laboratoryResults);
        descriptions = List.copyOf(descriptions);
    }

    /** Shows nothing: the record may be an identified one. */
    @Override
    public String toString() {
        return "[visit record]";
    }
}
