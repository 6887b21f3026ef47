package org.symbolon.record.internal.v2;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of HL7 v2 (2A.22) in ISO 8601; the hyphens and colons that some senders add are tolerated. */
final class Dates {
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})(?:-?([0-9]{2})(?:-?([0-9]{2})(?:[T ]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?)?)?)?.*");

    private Dates() {}

    /** A date, or a local date and time; YYYY or YYYY-MM where no more is known; empty where it is no date. */
    static String iso(String text) {
        Matcher date = DATE.matcher(text.strip());
        if (!date.matches()) {
            return "";
        }
        try {
            return iso(date);
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Only the date. */
    static String isoDate(String text) {
        String iso = iso(text);
        return iso.length() > 10 ? iso.substring(0, 10) : iso;
    }

    private static String iso(Matcher date) {
        if (date.group(2) == null) {
            return date.group(1);
        }
        if (date.group(3) == null) {
            return date.group(1) + "-" + date.group(2);
        }
        LocalDateTime time = LocalDateTime.of(
                number(date, 1), number(date, 2), number(date, 3), number(date, 4), number(date, 5), number(date, 6));
        String day = date.group(1) + "-" + date.group(2) + "-" + date.group(3);
        return date.group(4) == null ? day : String.format("%sT%tT", day, time);
    }

    private static int number(Matcher date, int group) {
        return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
    }
}
