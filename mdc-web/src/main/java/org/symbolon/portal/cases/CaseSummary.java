package org.symbolon.portal.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.symbolon.portal.icd.IcdCode;

/**
 * A case as lists show it.
 *
 * @param date ISO 8601 day; empty where unknown
 * @param sex M, F, O or empty
 * @param modalities of its images, ascending
 * @param codes of its diagnoses
 * @param title its main diagnosis, or what kind of record it is
 * @param text everything that is told in words, cut where it is long
 */
public record CaseSummary(
        CaseKey key,
        String date,
        Optional<AgeBand> ageBand,
        String sex,
        Set<String> modalities,
        List<IcdCode> codes,
        String title,
        String text) {
    @Override
    public String toString() {
        return "[case]";
    }
}
