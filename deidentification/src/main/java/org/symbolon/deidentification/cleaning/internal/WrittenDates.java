package org.symbolon.deidentification.cleaning.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.internal.MonthNames.Month;

/**
 * Finds dates in narrative and moves them in the form they are written in; what is certainly a date, but not certainly which,
 * becomes a placeholder. Immutable.
 */
final class WrittenDates {
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<![\\p{L}\\d])(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d]|\\2\\d)(?=T\\d|[^\\p{L}\\d]|$|Z)");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![\\p{L}\\d]|\\d[./-])(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\p{L}\\d]|[./-]\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("(?<![\\p{L}\\d.])(\\d{8})(?=(?:\\d{4}|\\d{6})?(?![\\p{L}\\d]))");
    private static final Pattern YEAR_MONTH = Pattern.compile("(?<![\\p{L}\\d./-])(\\d{4})-(\\d{2})(?![\\p{L}\\d/-])");
    private static final Pattern MONTH_YEAR =
            Pattern.compile("(?<![\\p{L}\\d./-])(\\d{2})([/.])(\\d{4})(?![\\p{L}\\d/-])");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?<![\\p{L}\\d./-])(\\d{1,2})(st|nd|rd|th|\\.)?(?:[ .-]| of )(\\p{L}{1,12})\\.?(?:,? ?|-)(\\d{4})(?![\\p{L}\\d])");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(?<![\\p{L}\\d])(\\p{L}{3,12})\\.? (\\d{1,2})(st|nd|rd|th)?,? (\\d{4})(?![\\p{L}\\d])");
    private static final Pattern YEAR_NAME_DAY = Pattern.compile(
            "(?<![\\p{L}\\d])(\\d{4})(?: ?m\\.?)? (\\p{L}{3,12}) (?:m\u0117n\\. |men\\. )?(\\d{1,2})(?![\\p{L}\\d])");
    private static final Pattern NAME_YEAR =
            Pattern.compile("(?<![\\p{L}\\d])(\\p{L}{3,12})\\.?,? (\\d{4})(?![\\p{L}\\d]|[.,-]\\d)");
    private static final Pattern YEAR_NAME =
            Pattern.compile("(?<![\\p{L}\\d])(\\d{4}) ?m\\.? (\\p{L}{3,12})(?![\\p{L}\\d])");
    private static final Pattern DAY_NAME =
            Pattern.compile("(?<![\\p{L}\\d./-])(\\d{1,2})(st|nd|rd|th|\\.)? (?:of )?(\\p{L}{3,12})(?![\\p{L}\\d])");
    private static final Pattern NAME_DAY =
            Pattern.compile("(?<![\\p{L}\\d])(\\p{L}{3,12})\\.? (\\d{1,2})(st|nd|rd|th)?(?![\\p{L}\\d]|[./:-]\\d)");
    private static final Pattern BIRTH_YEAR = Pattern.compile(
            "(?:\\bborn(?: in)?|\\bur\\.|\\burodz\\p{L}*|\\bgim\\p{L}*\\.?|\\bDOB:?) (\\d{4})(?!\\d|[./-]\\d)",
            Pattern.CASE_INSENSITIVE | FLAGS);
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;
    private static final int CENTURY_PIVOT = 50;

    private final Set<LocalDate> known;
    private final int days;
    private final boolean dayBeforeMonth;

    /**
     * @param known the days that the record names elsewhere: they decide what an ambiguous date means
     * @param dayBeforeMonth whether the record is in a language that never writes the month first
     */
    WrittenDates(Set<LocalDate> known, int days, boolean dayBeforeMonth) {
        this.known = known;
        this.days = days;
        this.dayBeforeMonth = dayBeforeMonth;
    }

    /** Hands over the changes of a text in the order of their beginnings; where they overlap, the first one counts. */
    void find(String text, Words words, Consumer<Change> found) {
        Scan scan = new Scan(text);
        for (int i = 0; i < words.count(); i++) {
            int digits = scan.digits(words.start(i));
            Optional<Change> change = switch (digits) {
                case 0 -> MonthNames.isMonth(words.folded(i)) ? nameFirst(scan, words.start(i)) : Optional.empty();
                case 1, 2 -> dayFirst(scan, words.start(i));
                case 4 -> yearFirst(scan, words.start(i));
                case 8, 12, 14 -> compact(scan, words.start(i));
                default -> Optional.empty();
            };
            change.ifPresent(found);
        }
        Matcher birth = BIRTH_YEAR.matcher(text);
        while (birth.find()) {
            found.accept(new Change(birth.start(1), birth.end(1), Placeholder.DATE.text()));
        }
    }

    private Optional<Change> yearFirst(Scan scan, int at) {
        return scan.at(YEAR_FIRST, at)
                .flatMap(match -> day(match.group(1), match.group(3), match.group(4))
                        .map(date -> whole(match, ordered(match, date, 1, 3, 4))))
                .or(() -> scan.at(YEAR_MONTH, at)
                        .flatMap(match -> day(match.group(1), match.group(2), "1")
                                .map(date -> whole(match, ordered(match, date, 1, 2, 0)))))
                .or(() -> scan.at(YEAR_NAME_DAY, at).flatMap(match -> named(match, 3, 2, 1)))
                .or(() -> scan.at(YEAR_NAME, at).flatMap(match -> namedMonth(match, 2, 1)));
    }

    private Optional<Change> dayFirst(Scan scan, int at) {
        return scan.at(YEAR_LAST, at)
                .flatMap(this::yearLast)
                .or(() -> scan.at(MONTH_YEAR, at)
                        .flatMap(match -> day(match.group(3), match.group(1), "1")
                                .map(date -> whole(match, ordered(match, date, 3, 1, 0)))))
                .or(() -> scan.at(DAY_NAME_YEAR, at).flatMap(match -> named(match, 1, 3, 4)))
                .or(() -> scan.at(DAY_NAME, at).flatMap(match -> withoutYear(match, 1, 3)));
    }

    private Optional<Change> nameFirst(Scan scan, int at) {
        return scan.at(NAME_DAY_YEAR, at)
                .flatMap(match -> named(match, 2, 1, 4))
                .or(() -> scan.at(NAME_YEAR, at).flatMap(match -> namedMonth(match, 1, 2)))
                .or(() -> scan.at(NAME_DAY, at).flatMap(match -> withoutYear(match, 2, 1)));
    }

    /** Eight digits and perhaps a time may be anything: only a day that the record names elsewhere is moved. */
    private Optional<Change> compact(Scan scan, int at) {
        return scan.at(COMPACT, at)
                .flatMap(match -> DateDigits.day(match.group(1))
                        .filter(known::contains)
                        .map(date -> new Change(match.start(1), match.end(1), DateDigits.basic(date.plusDays(days)))));
    }

    /** dd.mm.yyyy is never anything else; with slashes and dashes the month may come first. */
    private Optional<Change> yearLast(Matcher match) {
        String year = century(match.group(4));
        Optional<LocalDate> european = day(year, match.group(3), match.group(1));
        Optional<LocalDate> american = day(year, match.group(1), match.group(3));
        if (european.isEmpty() && american.isEmpty()) {
            return Optional.empty();
        }
        boolean shortForm = match.group(4).length() == 2;
        if (shortForm
                && (match.group(1).length() == 1 || match.group(3).length() == 1)
                && !match.group(2).equals("/")) {
            return Optional.empty();
        }
        if (american.isEmpty() || (european.isPresent() && isEuropean(match, european.get(), american.get()))) {
            return european.map(date -> whole(match, ordered(match, date, 4, 3, 1)));
        }
        if (european.isEmpty() || isKnown(american.get(), european.get())) {
            return Optional.of(whole(match, ordered(match, american.get(), 4, 1, 3)));
        }
        return Optional.of(whole(match, Placeholder.DATE.text()));
    }

    private boolean isEuropean(Matcher match, LocalDate european, LocalDate american) {
        return match.group(2).equals(".")
                || isKnown(european, american)
                || (dayBeforeMonth && !isKnown(american, european));
    }

    private boolean isKnown(LocalDate one, LocalDate other) {
        return known.contains(one) && !known.contains(other);
    }

    private static String century(String year) {
        if (year.length() > 2) {
            return year;
        }
        return (Integer.parseInt(year) < CENTURY_PIVOT ? "20" : "19") + year;
    }

    private Optional<Change> named(Matcher match, int dayGroup, int nameGroup, int yearGroup) {
        Month month = MonthNames.of(match.group(nameGroup));
        if (month == null) {
            return Optional.empty();
        }
        return day(match.group(yearGroup), String.valueOf(month.number()), match.group(dayGroup))
                .map(date -> whole(match, inWords(match, date.plusDays(days), month, dayGroup, nameGroup, yearGroup)));
    }

    private Optional<Change> namedMonth(Matcher match, int nameGroup, int yearGroup) {
        Month month = MonthNames.of(match.group(nameGroup));
        if (month == null || month.isRoman()) {
            return Optional.empty();
        }
        return day(match.group(yearGroup), String.valueOf(month.number()), "1")
                .map(date -> whole(match, inWords(match, date.plusDays(days), month, 0, nameGroup, yearGroup)));
    }

    /** A day without a year is moved if the record names one such day only; else nobody can say where it goes. */
    private Optional<Change> withoutYear(Matcher match, int dayGroup, int nameGroup) {
        Month month = MonthNames.of(match.group(nameGroup));
        int day = Integer.parseInt(match.group(dayGroup));
        boolean capital = Character.isUpperCase(match.group(nameGroup).charAt(0));
        if (month == null || month.isRoman() || day < 1 || day > 31 || (month.isEnglish() && !capital)) {
            return Optional.empty();
        }
        var fitting = known.stream()
                .filter(date -> date.getMonthValue() == month.number() && date.getDayOfMonth() == day)
                .toList();
        return Optional.of(
                fitting.size() == 1
                        ? whole(match, inWords(match, fitting.get(0).plusDays(days), month, dayGroup, nameGroup, 0))
                        : whole(match, Placeholder.DATE.text()));
    }

    private static Change whole(Matcher match, String replacement) {
        return new Change(match.start(), match.end(), replacement);
    }

    private String ordered(Matcher match, LocalDate date, int yearGroup, int monthGroup, int dayGroup) {
        LocalDate moved = date.plusDays(days);
        StringBuilder written = new StringBuilder();
        int position = match.start();
        for (int group = 1; group <= match.groupCount(); group++) {
            String replacement = group == yearGroup
                    ? year(moved, match.group(group))
                    : group == monthGroup
                            ? number(moved.getMonthValue(), match.group(group))
                            : group == dayGroup ? number(moved.getDayOfMonth(), match.group(group)) : null;
            if (replacement != null) {
                written.append(between(match, position, match.start(group))).append(replacement);
                position = match.end(group);
            }
        }
        return written.append(between(match, position, match.end())).toString();
    }

    private static String inWords(
            Matcher match, LocalDate moved, Month month, int dayGroup, int nameGroup, int yearGroup) {
        StringBuilder written = new StringBuilder();
        int position = match.start();
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) == null) {
                continue;
            }
            String replacement = null;
            if (group == dayGroup) {
                String model = match.group(group);
                replacement = number(moved.getDayOfMonth(), model.startsWith("0") ? model : "1");
            } else if (group == nameGroup) {
                replacement = month.named(moved.getMonthValue(), match.group(group));
            } else if (group == yearGroup) {
                replacement = year(moved, match.group(group));
            } else if (Character.isLetter(match.group(group).charAt(0))) {
                replacement = ordinal(moved.getDayOfMonth());
            }
            if (replacement != null) {
                written.append(between(match, position, match.start(group))).append(replacement);
                position = match.end(group);
            }
        }
        return written.append(between(match, position, match.end())).toString();
    }

    private static String between(Matcher match, int start, int end) {
        return match.group().substring(start - match.start(), end - match.start());
    }

    private static String year(LocalDate date, String model) {
        String year = DateDigits.digits(date.getYear(), 4);
        return model.length() == 2 ? year.substring(2) : year;
    }

    private static String number(int number, String model) {
        return DateDigits.digits(number, model.length());
    }

    private static String ordinal(int day) {
        if (day / 10 == 1) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        int number = Integer.parseInt(year);
        if (number < FIRST_YEAR || number > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
