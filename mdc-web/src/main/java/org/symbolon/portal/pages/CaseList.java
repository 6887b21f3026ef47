package org.symbolon.portal.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.symbolon.portal.cases.CaseFilter;
import org.symbolon.portal.cases.CaseFilter.Facet;
import org.symbolon.portal.cases.CaseSummary;
import org.symbolon.portal.cases.Catalogue;
import org.symbolon.portal.icd.IcdCode;

/**
 * One page of a list of cases, with the questions that narrow it.
 *
 * @param total cases on all pages
 */
public record CaseList(CaseQuery query, List<CaseSummary> cases, Map<Facet, Map<String, Integer>> facets, int total) {
    private static final int PAGE = 24;
    private static final int EXCERPT = 180;
    private static final int BEFORE_WORD = 60;

    static CaseList of(Catalogue catalogue, CaseQuery query, Predicate<List<IcdCode>> disease) {
        CaseFilter filter = query.filter(disease);
        List<CaseSummary> found = catalogue.find(filter);
        int from = Math.min((query.page() - 1) * PAGE, found.size());
        List<CaseSummary> shown = found.subList(from, Math.min(from + PAGE, found.size()));
        return new CaseList(query, shown, catalogue.facets(filter), found.size());
    }

    public int pages() {
        return Math.max(1, (total + PAGE - 1) / PAGE);
    }

    /** Answers to a question with their counts. */
    public Map<String, Integer> options(Facet facet) {
        return facets.getOrDefault(facet, Map.of());
    }

    /** The beginning of the text, or what stands around the first word that was searched for. */
    public String excerpt(CaseSummary each) {
        String text = each.text();
        int start = Math.max(0, firstMatch(text) - BEFORE_WORD);
        int end = Math.min(text.length(), start + EXCERPT);
        if (end < text.length() && text.lastIndexOf(' ', end) > start) {
            end = text.lastIndexOf(' ', end);
        }
        return (start > 0 ? "… " : "") + text.substring(start, end).strip() + (end < text.length() ? " …" : "");
    }

    private int firstMatch(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return query.filter(codes -> true).words().stream()
                .mapToInt(lower::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
    }

    public static String sex(String code) {
        return switch (code) {
            case "M" -> "Male";
            case "F" -> "Female";
            case "O" -> "Other";
            default -> code;
        };
    }
}
