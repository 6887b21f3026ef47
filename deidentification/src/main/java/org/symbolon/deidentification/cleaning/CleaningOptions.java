package org.symbolon.deidentification.cleaning;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.deidentification.cleaning.internal.NationalNumbers;

/**
 * What a {@link TextCleaner} looks for beside the terms of the record. Immutable and thread-safe; made once and used for many
 * records, since it holds compiled patterns.
 */
public final class CleaningOptions {
    private static final int MAX_EXPRESSIONS = 64;
    private static final int DEFAULT_OLDEST_AGE = 89;
    private static final CleaningOptions DEFAULTS =
            new CleaningOptions(NumberPattern.builtIn(), Set.of(), DEFAULT_OLDEST_AGE, DateOrder.UNKNOWN);

    private final Set<NumberPattern> patterns;
    private final Set<String> keptWords;
    private final int oldestAge;
    private final DateOrder dateOrder;
    private final NationalNumbers nationalNumbers;
    private final List<Pattern> expressions;

    private CleaningOptions(Set<NumberPattern> patterns, Set<String> keptWords, int oldestAge, DateOrder dateOrder) {
        this.patterns = Set.copyOf(patterns);
        this.keptWords =
                keptWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.oldestAge = oldestAge;
        this.dateOrder = dateOrder;
        this.expressions = patterns.stream()
                .map(NumberPattern::compiled)
                .flatMap(Optional::stream)
                .toList();
        if (expressions.size() > MAX_EXPRESSIONS) {
            throw new IllegalArgumentException("There may be at most " + MAX_EXPRESSIONS + " expressions");
        }
        this.nationalNumbers = new NationalNumbers(patterns.stream()
                .filter(pattern -> pattern.compiled().isEmpty())
                .map(NumberPattern::name)
                .collect(Collectors.toSet()));
    }

    /** Every built-in pattern; ages above 89 go; the record decides the order of day and month. */
    public static CleaningOptions defaults() {
        return DEFAULTS;
    }

    /** Numbers that are told by their form; at most 64 expressions. */
    public CleaningOptions withPatterns(Set<NumberPattern> numbers) {
        return new CleaningOptions(numbers, keptWords, oldestAge, dateOrder);
    }

    /** Words of the house, without diacritics, that are never taken for names. */
    public CleaningOptions withKeptWords(Set<String> words) {
        return new CleaningOptions(patterns, words, oldestAge, dateOrder);
    }

    /** The highest age in years that may be told. */
    public CleaningOptions withOldestAge(int years) {
        return new CleaningOptions(patterns, keptWords, years, dateOrder);
    }

    /** For a house that writes all its dates in one way. */
    public CleaningOptions withDateOrder(DateOrder order) {
        return new CleaningOptions(patterns, keptWords, oldestAge, order);
    }

    public Set<NumberPattern> patterns() {
        return patterns;
    }

    public Set<String> keptWords() {
        return keptWords;
    }

    public int oldestAge() {
        return oldestAge;
    }

    public DateOrder dateOrder() {
        return dateOrder;
    }

    NationalNumbers nationalNumbers() {
        return nationalNumbers;
    }

    List<Pattern> expressions() {
        return expressions;
    }
}
