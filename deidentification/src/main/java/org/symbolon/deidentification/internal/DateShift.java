package org.symbolon.deidentification.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moves the dates of DA and DT values (PS3.5 table 6.2-1), several of them too, by whole days. Times and zone offsets stay.
 * A date that names only a year or a month is taken as its first day, moved, and cut to what it named before.
 */
final class DateShift {
    private static final Pattern DATE_OLD_FORM = Pattern.compile("(\\d{4})\\.(\\d{2})\\.(\\d{2})");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?");
    private static final Pattern TIME_AND_ZONE =
            Pattern.compile("(\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?)?([+-]\\d{4})?");
    private static final int FULL_DATE = 8;
    private static final int MAX_YEAR = 9999;

    private DateShift() {}

    /** The shifted value, with the spaces it had; empty if any part is not a date, or would leave the years 1 to 9999. */
    static Optional<String> shift(String value, int days) {
        StringJoiner shifted = new StringJoiner("\\");
        for (String part : value.split("\\\\", -1)) {
            Optional<String> one = shiftOne(part, days);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            shifted.add(one.get());
        }
        return Optional.of(shifted.toString());
    }

    private static Optional<String> shiftOne(String part, int days) {
        String text = part.stripTrailing();
        String spaces = part.substring(text.length());
        if (text.isEmpty()) {
            return Optional.of(part);
        }
        Matcher old = DATE_OLD_FORM.matcher(text);
        if (old.matches()) {
            return moved(old.group(1), old.group(2), old.group(3), days)
                    .map(date -> date.substring(0, 4) + "." + date.substring(4, 6) + "." + date.substring(6) + spaces);
        }
        Matcher date = DATE.matcher(text);
        if (!date.lookingAt()) {
            return Optional.empty();
        }
        String rest = text.substring(date.end());
        boolean onlyZone = rest.isEmpty() || rest.charAt(0) == '+' || rest.charAt(0) == '-';
        if (!TIME_AND_ZONE.matcher(rest).matches() || (date.end() < FULL_DATE && !onlyZone)) {
            return Optional.empty();
        }
        return moved(date.group(1), orFirst(date.group(2)), orFirst(date.group(3)), days)
                .map(full -> full.substring(0, date.end()) + rest + spaces);
    }

    private static String orFirst(@Nullable String part) {
        return part == null ? "01" : part;
    }

    private static Optional<String> moved(String year, String month, String day, int days) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .plusDays(days);
            if (date.getYear() < 1 || date.getYear() > MAX_YEAR) {
                return Optional.empty();
            }
            return Optional.of(date.format(DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
