package org.symbolon.portal.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.symbolon.portal.icd.IcdCode;

/**
 * Everything that a case's page tells.
 *
 * @param patientId pseudonym; empty where the record names none
 * @param visitKind such as inpatient
 * @param documents the records it was read from
 * @param visits of the patient, this one too, by date
 */
public record CaseFile(
        CaseSummary summary,
        String end,
        String patientId,
        String visitKind,
        String language,
        List<CaseSection> sections,
        List<Coded> diagnoses,
        List<Coded> procedures,
        List<LaboratoryRow> laboratory,
        List<Source> documents,
        List<OtherVisit> visits,
        Set<String> accessionNumbers) {
    /** A diagnosis or procedure; the code links to its disease where it is one. */
    public record Coded(Optional<IcdCode> icd, String system, String code, String text, String date) {}

    /** A record that the case was read from. */
    public record Source(String kind, String mediaType, String date) {}

    /** A visit of the patient. */
    public record OtherVisit(CaseKey key, String date, String title, boolean current) {}

    @Override
    public String toString() {
        return "[case]";
    }
}
