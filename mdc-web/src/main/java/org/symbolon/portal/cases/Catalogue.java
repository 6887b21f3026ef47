package org.symbolon.portal.cases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.portal.icd.DiseaseTree;

/**
 * All cases as of one moment, newest first. Immutable.
 *
 * @param documents in the archive
 * @param allCases in the archive; more than listed where a limit was reached
 * @param studies in the archive
 */
public record Catalogue(List<CaseSummary> cases, DiseaseTree diseases, long documents, long allCases, long studies) {
    public Catalogue {
        cases = List.copyOf(cases);
    }

    public List<CaseSummary> find(CaseFilter filter) {
        return cases.stream().filter(filter::accepts).toList();
    }

    /** What each answer to a question would give, with the other questions as they are; in the order of the answers. */
    public Map<CaseFilter.Facet, Map<String, Integer>> facets(CaseFilter filter) {
        Map<CaseFilter.Facet, Map<String, Integer>> facets = new EnumMap<>(CaseFilter.Facet.class);
        for (CaseFilter.Facet facet : CaseFilter.Facet.values()) {
            Map<String, Integer> counts = new TreeMap<>();
            cases.stream()
                    .filter(each -> filter.acceptsAllBut(facet, each))
                    .flatMap(each -> answers(facet, each).stream())
                    .forEach(answer -> counts.merge(answer, 1, Integer::sum));
            facets.put(facet, counts);
        }
        return facets;
    }

    private static List<String> answers(CaseFilter.Facet facet, CaseSummary each) {
        List<String> answers = new ArrayList<>();
        switch (facet) {
            case AGE_BAND -> each.ageBand().map(AgeBand::label).ifPresent(answers::add);
            case SEX -> answers.add(each.sex());
            case MODALITY -> answers.addAll(each.modalities());
        }
        answers.removeIf(String::isEmpty);
        return answers;
    }
}
