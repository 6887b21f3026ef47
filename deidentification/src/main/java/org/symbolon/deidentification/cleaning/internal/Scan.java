package org.symbolon.deidentification.cleaning.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.DateOrder;

/** One text in which patterns are tried at given places only, so that many patterns cost little. Owned by one call. */
final class Scan {
    /** For character classes of patterns: letters of scripts that part words by blanks, so that nothing goes on beside others. */
    static final String LETTER = "\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{IsHebrew}\\p{IsArabic}";

    private final String text;
    private final Map<Pattern, Matcher> matchers = new HashMap<>();
    private @Nullable DateOrder order;

    Scan(String text) {
        this.text = text;
    }

    /** The match that begins here, valid until the pattern is tried again; what stands before may be looked at. */
    Optional<Matcher> at(Pattern pattern, int start) {
        Matcher matcher = matchers.computeIfAbsent(pattern, p -> p.matcher(text))
                .useTransparentBounds(true)
                .region(start, text.length());
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    /** The first match between these, valid until the pattern is tried again. */
    Optional<Matcher> within(Pattern pattern, int start, int end) {
        Matcher matcher = matchers.computeIfAbsent(pattern, p -> p.matcher(text))
                .useTransparentBounds(true)
                .region(start, end);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    String text() {
        return text;
    }

    /** What the dates of the text say of the month's place; null until somebody has looked. */
    @Nullable
    DateOrder order() {
        return order;
    }

    void setOrder(DateOrder told) {
        order = told;
    }

    /** How many digits stand here in a row. */
    int digits(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - start;
    }

    char before(int position) {
        return position > 0 ? text.charAt(position - 1) : ' ';
    }
}
