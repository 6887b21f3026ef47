package org.symbolon.deidentification.pixels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a value must look like: text with {@code *} for anything and {@code ?} for one character, whatever its case; or a
 * range of whole numbers. Immutable; matching takes time in proportion to the value and the text.
 */
final class ValuePattern {
    private final String text;
    private final @Nullable Range range;

    private record Range(int least, int most) {
        boolean contains(String value) {
            try {
                int number = Integer.parseInt(value);
                return number >= least && number <= most;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    private ValuePattern(String text, @Nullable Range range) {
        this.text = text;
        this.range = range;
    }

    static ValuePattern text(String text) {
        return new ValuePattern(text.strip().toUpperCase(Locale.ROOT), null);
    }

    /** One number, or {@code 1-640}; null if it is neither. */
    static @Nullable ValuePattern numbers(String text) {
        int dash = text.indexOf('-');
        try {
            int least =
                    Integer.parseInt(dash < 0 ? text : text.substring(0, dash).strip());
            int most =
                    dash < 0 ? least : Integer.parseInt(text.substring(dash + 1).strip());
            return least < 0 || most < least ? null : new ValuePattern(text, new Range(least, most));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The only value that this is like, in capitals; null: there are several, or none. */
    @Nullable
    String only() {
        boolean open = range != null || text.isEmpty() || text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        return open ? null : text;
    }

    /** Whether one of the values, which are in capitals, is like this. Only an empty text is like no value. */
    boolean matches(String[] values) {
        if (text.isEmpty()) {
            return values.length == 0;
        }
        for (String value : values) {
            boolean like = range == null ? !value.isEmpty() && glob(value) : range.contains(value);
            if (like) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the last star only, which is enough. */
    private boolean glob(String value) {
        int at = 0;
        int pattern = 0;
        int star = -1;
        int starAt = 0;
        while (at < value.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                star = pattern++;
                starAt = at;
            } else if (pattern < text.length()
                    && (text.charAt(pattern) == '?' || text.charAt(pattern) == value.charAt(at))) {
                pattern++;
                at++;
            } else if (star >= 0) {
                pattern = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (pattern < text.length() && text.charAt(pattern) == '*') {
            pattern++;
        }
        return pattern == text.length();
    }
}
