package org.symbolon.deidentification.cleaning;

import java.util.Set;

/**
 * What a {@link TextCleaner} looks for beside the terms of the record.
 *
 * @param patterns numbers that are told by their form
 */
public record CleaningOptions(Set<NumberPattern> patterns) {
    private static final CleaningOptions DEFAULTS = new CleaningOptions(NumberPattern.BUILT_IN);

    public CleaningOptions {
        patterns = Set.copyOf(patterns);
    }

    /** Every built-in pattern. */
    public static CleaningOptions defaults() {
        return DEFAULTS;
    }

    public CleaningOptions withPatterns(Set<NumberPattern> numbers) {
        return new CleaningOptions(numbers);
    }
}
