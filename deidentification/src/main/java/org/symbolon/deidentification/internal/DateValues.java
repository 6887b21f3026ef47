package org.symbolon.deidentification.internal;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** New values of DA, DT and TM elements (PS3.5 table 6.2-1). */
final class DateValues {
    private static final Pattern TIMES = Pattern.compile("[0-9.:\\\\ \\x00+-]*");
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})?\\.?(\\d{2})?.*");
    private static final String YEAR = "year";
    private static final int YEAR_DIGITS = 4;
    private static final int MONTH_DIGITS = 6;

    private DateValues() {}

    /** Whether a value is nothing but times of day, old forms included. */
    static boolean isTime(byte[] value) {
        return TIMES.matcher(Ascii.text(value)).matches();
    }

    /** The element with its dates moved; null if any of them is none. */
    static byte @Nullable [] shifted(Element element, int days) {
        return DateShift.shift(text(element), days).map(element::with).orElse(null);
    }

    /**
     * The element with the first day of the year or month of its dates, times of day cut off; null if any of them is no date.
     *
     * @param unit {@code year} or {@code month}
     */
    static byte @Nullable [] truncated(Element element, String unit) {
        StringJoiner truncated = new StringJoiner("\\");
        for (String part : text(element).split("\\\\", -1)) {
            String date = part.strip();
            if (date.isEmpty()) {
                truncated.add("");
                continue;
            }
            // A shift by no day tells dates from other texts.
            Matcher matcher = DATE.matcher(date);
            if (DateShift.shift(date, 0).isEmpty() || !matcher.matches()) {
                return null;
            }
            boolean month = !unit.equals(YEAR) && matcher.group(2) != null;
            String digits = matcher.group(1) + (month ? matcher.group(2) : "01") + "01";
            int named =
                    matcher.group(2) == null ? YEAR_DIGITS : matcher.group(3) == null ? MONTH_DIGITS : digits.length();
            truncated.add(digits.substring(0, named));
        }
        return element.with(truncated.toString());
    }

    static String text(Element element) {
        String value = Ascii.text(element.value());
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == '\0') {
            end--;
        }
        return value.substring(0, end);
    }
}
