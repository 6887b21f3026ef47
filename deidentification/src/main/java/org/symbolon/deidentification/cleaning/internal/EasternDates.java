package org.symbolon.deidentification.cleaning.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/** Dates as China, Japan and Korea write them, Japanese eras too. */
final class EasternDates {
    private static final String YEAR_SIGNS = "\u5E74\uB144";
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:(\u4EE4\u548C|\u5E73\u6210|\u662D\u548C|\u5927\u6B63) ?)?(\\d{1,4}|\u5143) ?[\u5E74\uB144] ?(\\d{1,2}) ?[\u6708\uC6D4](?: ?(\\d{1,2}) ?[\u65E5\u53F7\u865F\uC77C])?");
    private static final String[] ERAS = {"\u4EE4\u548C", "\u5E73\u6210", "\u662D\u548C", "\u5927\u6B63"};
    private static final int[] YEARS_BEFORE = {2018, 1988, 1925, 1911};
    private static final LocalDate[] BEGAN = {
        LocalDate.of(2019, 5, 1), LocalDate.of(1989, 1, 8), LocalDate.of(1926, 12, 25), LocalDate.of(1912, 7, 30)
    };
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;

    private EasternDates() {}

    static void find(String text, int days, Consumer<Change> found) {
        boolean any = false;
        for (int i = 0; i < YEAR_SIGNS.length() && !any; i++) {
            any = text.indexOf(YEAR_SIGNS.charAt(i)) >= 0;
        }
        if (!any) {
            return;
        }
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            found.accept(new Change(date.start(), date.end(), moved(date, days)));
        }
    }

    private static String moved(Matcher date, int days) {
        try {
            String written = date.group(2);
            int number = written.equals("\u5143") ? 1 : Integer.parseInt(written);
            int year = date.group(1) == null ? number : number + YEARS_BEFORE[era(date.group(1))];
            int day = date.group(4) == null ? 1 : Integer.parseInt(date.group(4));
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                return Placeholder.DATE.text();
            }
            LocalDate moved =
                    LocalDate.of(year, Integer.parseInt(date.group(3)), day).plusDays(days);
            return date.group(1) == null ? western(date, moved) : inEra(date, moved);
        } catch (DateTimeException noSuchDay) {
            return Placeholder.DATE.text();
        }
    }

    private static int era(String name) {
        for (int i = 0; i < ERAS.length; i++) {
            if (ERAS[i].equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No era");
    }

    private static String western(Matcher date, LocalDate moved) {
        return written(date, 2, DateDigits.digits(moved.getYear(), 4), moved);
    }

    private static String inEra(Matcher date, LocalDate moved) {
        for (int i = 0; i < ERAS.length; i++) {
            if (!moved.isBefore(BEGAN[i])) {
                return written(date, 2, ERAS[i] + (moved.getYear() - YEARS_BEFORE[i]), moved);
            }
        }
        return Placeholder.DATE.text();
    }

    /** The year, and then the signs of the original with the moved month and day between them. */
    private static String written(Matcher date, int yearGroup, String year, LocalDate moved) {
        String text = date.group();
        int start = date.start();
        StringBuilder written = new StringBuilder(year)
                .append(text, date.end(yearGroup) - start, date.start(3) - start)
                .append(DateDigits.digits(moved.getMonthValue(), date.group(3).length()));
        if (date.group(4) == null) {
            return written.append(text, date.end(3) - start, text.length()).toString();
        }
        return written.append(text, date.end(3) - start, date.start(4) - start)
                .append(DateDigits.digits(moved.getDayOfMonth(), date.group(4).length()))
                .append(text, date.end(4) - start, text.length())
                .toString();
    }
}
