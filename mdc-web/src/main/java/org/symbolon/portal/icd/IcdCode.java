package org.symbolon.portal.icd;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An ICD-10 code without its dot.
 *
 * @param value a letter, a digit, a digit or letter, then up to five more of them, upper case
 */
public record IcdCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9][0-9A-Z]{1,6}");
    private static final int CATEGORY = 3;

    public IcdCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an ICD-10 code");
        }
    }

    /** Reads a code as records write it: with or without dot, dagger or asterisk; empty where it is none. */
    public static Optional<IcdCode> parse(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT).replaceAll("[.+*†\\s]", "");
        return FORM.matcher(plain).matches() ? Optional.of(new IcdCode(plain)) : Optional.empty();
    }

    /** The first three characters, such as C34. */
    public String category() {
        return value.substring(0, CATEGORY);
    }

    /** The code as people write it, such as C34.1. */
    public String display() {
        return value.length() == CATEGORY ? value : category() + "." + value.substring(CATEGORY);
    }

    /** The code one level up: C34.11, C34.1, C34; empty for a category. */
    public Optional<IcdCode> parent() {
        if (value.length() == CATEGORY) {
            return Optional.empty();
        }
        return Optional.of(new IcdCode(value.substring(0, value.length() == CATEGORY + 1 ? CATEGORY : CATEGORY + 1)));
    }
}
