package org.symbolon.deidentification.cleaning;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.internal.NationalNumbers;

/**
 * A form of number that is identity whoever has it, such as a national number: one that is built in, with its check digits, or a
 * regular expression of the house's own. Expressions have RE2 syntax, which has no back-references and no look-around and is
 * searched in time linear in the text. Immutable; equal by name and expression.
 */
public final class NumberPattern {
    private static final int MAX_EXPRESSION = 500;
    private static final Set<NumberPattern> BUILT_IN = NationalNumbers.names().stream()
            .map(name -> new NumberPattern(name, null))
            .collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final @Nullable Pattern expression;

    private NumberPattern(String name, @Nullable Pattern expression) {
        this.name = name;
        this.expression = expression;
    }

    /** Every built-in one. */
    public static Set<NumberPattern> builtIn() {
        return BUILT_IN;
    }

    /**
     * The built-in one of this name, such as {@code lt-asmens-kodas}, {@code pl-pesel}, {@code us-ssn}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static NumberPattern builtIn(String name) {
        if (!NationalNumbers.names().contains(name)) {
            throw new IllegalArgumentException("There is no built-in number pattern " + name + "; there are "
                    + String.join(", ", new TreeSet<>(NationalNumbers.names())));
        }
        return new NumberPattern(name, null);
    }

    /**
     * A regular expression of at most 500 characters; what it finds in a text goes.
     *
     * @param name for messages
     * @throws IllegalArgumentException if the expression is none, is too long, or finds the empty text
     */
    public static NumberPattern expression(String name, String expression) {
        if (expression.length() > MAX_EXPRESSION) {
            throw new IllegalArgumentException(
                    "the expression '" + name + "' has more than " + MAX_EXPRESSION + " characters");
        }
        Pattern compiled;
        try {
            compiled = Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + name + "' is no regular expression: " + e.getDescription(), e);
        }
        if (compiled.matches("")) {
            throw new IllegalArgumentException("the expression '" + name + "' fits the empty text");
        }
        return new NumberPattern(name, compiled);
    }

    public String name() {
        return name;
    }

    /** Empty for a built-in one. */
    public Optional<String> expression() {
        return Optional.ofNullable(expression).map(Pattern::pattern);
    }

    Optional<Pattern> compiled() {
        return Optional.ofNullable(expression);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberPattern pattern
                && name.equals(pattern.name)
                && expression().equals(pattern.expression());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
