package org.symbolon.deidentification.cleaning;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A form of number that is identity whoever has it, such as a national number: one that is built in, with its check digits, or a
 * regular expression of the house's own.
 *
 * @param name built-in name, or the name that messages use
 * @param expression empty for a built-in one
 */
public record NumberPattern(String name, Optional<String> expression) {
    /** Lithuania, asmens kodas. */
    public static final NumberPattern LT_ASMENS_KODAS = new NumberPattern("lt-asmens-kodas", Optional.empty());

    /** Poland, PESEL. */
    public static final NumberPattern PL_PESEL = new NumberPattern("pl-pesel", Optional.empty());

    /** United States, social security number. */
    public static final NumberPattern US_SSN = new NumberPattern("us-ssn", Optional.empty());

    /** Every built-in one. */
    public static final Set<NumberPattern> BUILT_IN = Set.of(LT_ASMENS_KODAS, PL_PESEL, US_SSN);

    public NumberPattern {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
    }
}
