package org.symbolon.deidentification.text.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The usual whole dates, {@code YYYYMMDD...} and {@code YYYY-MM-DD...}, without patterns; for anything else null. */
final class QuickDates {
    private static final int PLAIN_CHARACTERS = 8;
    private static final int ISO_CHARACTERS = 10;
    private static final int MAX_YEAR = 9999;

    private QuickDates() {}

    static @Nullable String shifted(String text, int days) {
        int end = end(text);
        if (end < 0 || !isTime(text, end)) {
            return null;
        }
        LocalDate day = parsed(text, end);
        if (day == null) {
            return null;
        }
        LocalDate moved = day.plusDays(days);
        if (moved.getYear() < 1 || moved.getYear() > MAX_YEAR) {
            return null;
        }
        StringBuilder date = new StringBuilder(text.length());
        append(date, moved.getYear(), 4);
        String hyphen = end == ISO_CHARACTERS ? "-" : "";
        append(date.append(hyphen), moved.getMonthValue(), 2);
        append(date.append(hyphen), moved.getDayOfMonth(), 2);
        return date.append(text, end, text.length()).toString();
    }

    static @Nullable LocalDate day(String text) {
        int end = end(text);
        return end < 0 || !isTime(text, end) ? null : parsed(text, end);
    }

    /** Where the date ends; -1 where it has another form. */
    private static int end(String text) {
        if (text.length() >= PLAIN_CHARACTERS && areDigits(text, 0, PLAIN_CHARACTERS)) {
            return PLAIN_CHARACTERS;
        }
        boolean iso = text.length() >= ISO_CHARACTERS
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && areDigits(text, 0, 4)
                && areDigits(text, 5, 7)
                && areDigits(text, 8, ISO_CHARACTERS);
        return iso ? ISO_CHARACTERS : -1;
    }

    /** Nothing, or what a whole time with or without a zone looks like; odd ones are left to the patterns. */
    private static boolean isTime(String text, int from) {
        int length = text.length() - from;
        if (length == 0) {
            return true;
        }
        if (from == PLAIN_CHARACTERS) {
            boolean zone =
                    length > 5 && (text.charAt(text.length() - 5) == '+' || text.charAt(text.length() - 5) == '-');
            int digits = zone ? length - 5 : length;
            return (digits == 4 || digits == 6)
                    && areDigits(text, from, from + digits)
                    && (!zone || areDigits(text, text.length() - 4, text.length()));
        }
        boolean time = length >= 9
                && text.charAt(from) == 'T'
                && areDigits(text, from + 1, from + 3)
                && text.charAt(from + 3) == ':'
                && areDigits(text, from + 4, from + 6)
                && text.charAt(from + 6) == ':'
                && areDigits(text, from + 7, from + 9);
        if (!time) {
            return false;
        }
        int at = from + 9;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = at + 1;
            at = fraction;
            while (at < text.length() && at - fraction < 9 && areDigits(text, at, at + 1)) {
                at++;
            }
            if (at == fraction) {
                return false;
            }
        }
        int zone = text.length() - at;
        return zone == 0
                || (zone == 1 && text.charAt(at) == 'Z')
                || (zone == 6
                        && (text.charAt(at) == '+' || text.charAt(at) == '-')
                        && areDigits(text, at + 1, at + 3)
                        && text.charAt(at + 3) == ':'
                        && areDigits(text, at + 4, at + 6));
    }

    private static @Nullable LocalDate parsed(String text, int end) {
        boolean iso = end == ISO_CHARACTERS;
        int year = number(text, 0, 4);
        int month = iso ? number(text, 5, 7) : number(text, 4, 6);
        int day = iso ? number(text, 8, 10) : number(text, 6, 8);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        try {
            return day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth()
                    ? LocalDate.of(year, month, day)
                    : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static void append(StringBuilder date, int number, int width) {
        for (int place = width == 4 ? 1000 : 10; place > 0; place /= 10) {
            date.append((char) ('0' + number / place % 10));
        }
    }
}
