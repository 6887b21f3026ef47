package org.symbolon.deidentification.text.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moves dates in the forms of HL7 v2 and v3 ({@code YYYY[MM[DD[HH[MM[SS[.S]]]]]][+-ZZZZ]}) and of FHIR and ISO 8601 by whole
 * days; time and zone stay as written. A date that names only a year or a month is taken as its first day, moved, and cut to
 * what it named before, as in DICOM.
 */
public final class PlaceDates {
    private static final Pattern PLAIN =
            Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?((?:\\d{2}){0,3}(?:\\.\\d{0,9})?(?:[+-]\\d{4})?)");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})(?:-(\\d{2}))?((?:[T ]\\d{2}(?::?\\d{2}){0,2}(?:[.,]\\d{1,9})?)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?)");
    private static final int FULL_DATE_CHARACTERS = 8;
    private static final int MAX_YEAR = 9999;

    private PlaceDates() {}

    /** As {@link #shifted}. */
    public static Optional<String> shift(String text, int days) {
        return Optional.ofNullable(shifted(text, days));
    }

    /** The moved date, with the blanks around it; null where it cannot be read, or would leave the years 1 to 9999. */
    static @Nullable String shifted(String text, int days) {
        String quick = QuickDates.shifted(text, days);
        if (quick != null) {
            return quick;
        }
        String value = text.strip();
        int start = text.indexOf(value);
        return moved(value, days)
                .map(date -> text.substring(0, start) + date + text.substring(start + value.length()))
                .orElse(null);
    }

    /** The first day that a date may mean, whole or not; null where it cannot be read. */
    static @Nullable LocalDate firstDay(String value) {
        if (value.length() == 4) {
            return move(value, null, null, 0).orElse(null);
        }
        Matcher date = ISO.matcher(value);
        if (!date.matches()) {
            date = PLAIN.matcher(value);
        }
        return date.matches()
                ? move(date.group(1), date.group(2), date.group(3), 0).orElse(null)
                : null;
    }

    private static Optional<String> moved(String value, int days) {
        Matcher iso = ISO.matcher(value);
        if (iso.matches()) {
            if (iso.group(3) == null && iso.group(4).length() > 0) {
                return Optional.empty();
            }
            return move(iso.group(1), iso.group(2), iso.group(3), days).map(date -> {
                String month = digits(date.getYear(), 4) + "-" + digits(date.getMonthValue(), 2);
                String day = iso.group(3) == null ? "" : "-" + digits(date.getDayOfMonth(), 2);
                return month + day + iso.group(4);
            });
        }
        Matcher plain = PLAIN.matcher(value);
        if (!plain.matches() || (plain.group(3) == null && hasTime(plain.group(4)))) {
            return Optional.empty();
        }
        return move(plain.group(1), plain.group(2), plain.group(3), days)
                .map(date -> basic(date).substring(0, named(plain)) + plain.group(4));
    }

    /** The day that a value of either form names; empty where it names less or cannot be read. */
    static Optional<LocalDate> day(String text) {
        LocalDate quick = QuickDates.day(text);
        if (quick != null) {
            return Optional.of(quick);
        }
        String value = text.strip();
        Matcher date = ISO.matcher(value);
        if (!date.matches()) {
            date = PLAIN.matcher(value);
        }
        return date.matches() && date.group(3) != null
                ? move(date.group(1), date.group(2), date.group(3), 0)
                : Optional.empty();
    }

    private static boolean hasTime(String rest) {
        return !rest.isEmpty() && rest.charAt(0) != '+' && rest.charAt(0) != '-';
    }

    private static int named(Matcher plain) {
        return plain.group(3) != null ? FULL_DATE_CHARACTERS : plain.group(2) != null ? 6 : 4;
    }

    private static Optional<LocalDate> move(String year, @Nullable String month, @Nullable String day, int days) {
        try {
            LocalDate date =
                    LocalDate.of(number(year), number(month), number(day)).plusDays(days);
            return date.getYear() < 1 || date.getYear() > MAX_YEAR ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String part) {
        if (part == null) {
            return 1;
        }
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                throw new DateTimeException("No number");
            }
        }
        return Integer.parseInt(part);
    }

    static String basic(LocalDate date) {
        return digits(date.getYear(), 4) + digits(date.getMonthValue(), 2) + digits(date.getDayOfMonth(), 2);
    }

    static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
