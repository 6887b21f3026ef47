package org.symbolon.portal.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.portal.icd.IcdCode;

/**
 * Which cases a reader wants to see. Empty text leaves a question open.
 *
 * @param disease asked with the codes of a case
 * @param ageBand label of an {@link AgeBand}
 * @param query words, all of which a case has in its title or text
 */
public record CaseFilter(Predicate<List<IcdCode>> disease, String ageBand, String sex, String modality, String query) {
    private static final int MAX_WORDS = 16;

    /** What a list can be narrowed by. */
    public enum Facet {
        AGE_BAND,
        SEX,
        MODALITY
    }

    public boolean accepts(CaseSummary each) {
        return acceptsAllBut(null, each);
    }

    /** Whether a case is accepted when one question is left open, to count what its answers would give. */
    public boolean acceptsAllBut(@Nullable Facet open, CaseSummary each) {
        return (open == Facet.AGE_BAND
                        || ageBand.isEmpty()
                        || each.ageBand().map(AgeBand::label).orElse("").equals(ageBand))
                && (open == Facet.SEX || sex.isEmpty() || each.sex().equals(sex))
                && (open == Facet.MODALITY
                        || modality.isEmpty()
                        || each.modalities().contains(modality))
                && disease.test(each.codes())
                && words().stream().allMatch(word -> holds(each, word));
    }

    private static boolean holds(CaseSummary each, String word) {
        return each.title().toLowerCase(Locale.ROOT).contains(word)
                || each.text().toLowerCase(Locale.ROOT).contains(word)
                || each.codes().stream()
                        .anyMatch(
                                code -> code.display().toLowerCase(Locale.ROOT).startsWith(word));
    }

    /** The words of the query, lower case. */
    public List<String> words() {
        return Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .toList();
    }
}
