package org.symbolon.analytics.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ICD-10 codes in one spelling: C341, c34.1 and C34.1 are C34.1. */
final class Icd10 {
    private static final Pattern CODE = Pattern.compile("([A-Z][0-9][0-9A-Z])\\.?([0-9A-Z]{0,4})[+*!]?");
    private static final int CATEGORY_LENGTH = 3;

    private Icd10() {}

    static Optional<String> canonical(String code) {
        Matcher matcher = CODE.matcher(code.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String category = matcher.group(1);
        String rest = matcher.group(2);
        return Optional.of(rest.isEmpty() ? category : category + "." + rest);
    }

    /** The first three characters. */
    static String category(String canonical) {
        return canonical.substring(0, CATEGORY_LENGTH);
    }
}
