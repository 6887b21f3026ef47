package org.symbolon.deidentification.cleaning.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.DateOrder;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.cleaning.internal.MonthNames.Month;

/**
 * Finds dates in narrative and moves them in the form they are written in; what is certainly a date, but not certainly which,
 * becomes a placeholder. Immutable.
 */
final class WrittenDates {
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d])(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d]|\\2\\d)(?=T\\d|[^\\p{L}\\d]|$|Z)");
    private static final Pattern YEAR_LAST = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d]|\\d[./-])(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![" + Scan.LETTER + "\\d]|[./-]\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("(?<![" + Scan.LETTER + "\\d.])(\\d{8})(?=(?:\\d{4}|\\d{6})?(?![" + Scan.LETTER + "\\d]))");
    private static final Pattern YEAR_MONTH =
            Pattern.compile("(?<![" + Scan.LETTER + "\\d./-])(\\d{4})-(\\d{2})(?![" + Scan.LETTER + "\\d/-])");
    private static final Pattern MONTH_YEAR =
            Pattern.compile("(?<![" + Scan.LETTER + "\\d./-])(\\d{2})([/.-])(\\d{4})(?![" + Scan.LETTER + "\\d/-])");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d./-])(\\d{1,2})(st|nd|rd|th|\\.)?(?:[ ./-]| of | de )(\\p{L}{1,12})\\.?(?:,? ?| del? |[-/])(\\d{4})(?!["
            + Scan.LETTER + "\\d])");
    /** 12-Mar-19, 12 Mar '19. */
    private static final Pattern DAY_NAME_SHORT_YEAR = Pattern.compile(
            "(?<![" + Scan.LETTER + "\\d./-])(\\d{1,2})()([- ./])(\\p{L}{3,12})\\.?(?:\\3'?)(\\d{2})(?![" + Scan.LETTER
                    + "\\d%]|[:.,/-]\\d| ?[a-z])");

    private static final Pattern NAME_DAY_YEAR = Pattern.compile(
            "(?<![" + Scan.LETTER + "\\d])(\\p{L}{3,12})(?:\\.? |[-/])(\\d{1,2})(st|nd|rd|th)?(?:,? |[-/])(\\d{4})(?!["
                    + Scan.LETTER + "\\d])");
    private static final Pattern YEAR_NAME_DAY = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d])(\\d{4})(?: ?m\\.?)?[ ./-](\\p{L}{3,12})\\.?[ ./-](?:m\u0117n\\. |men\\. )?(\\d{1,2})(?!["
            + Scan.LETTER + "\\d])");
    private static final Pattern NAME_YEAR = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d])(\\p{L}{3,12})(?:\\.?,? | de |-)(\\d{4})(?![" + Scan.LETTER + "\\d]|[.,-]\\d)");
    private static final Pattern YEAR_NAME =
            Pattern.compile("(?<![" + Scan.LETTER + "\\d])(\\d{4}) ?m\\.? (\\p{L}{3,12})(?![" + Scan.LETTER + "\\d])");
    private static final Pattern DAY_NAME = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d./-])(\\d{1,2})(st|nd|rd|th|\\.)? (?:of )?(\\p{L}{3,12})(?![" + Scan.LETTER + "\\d])");
    private static final Pattern NAME_DAY = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d])(\\p{L}{3,12})\\.? (\\d{1,2})(st|nd|rd|th)?(?![" + Scan.LETTER + "\\d]|[./:-]\\d)");
    /** 12MAR2019, 12MAR19, 2019MAR12, as one word. */
    private static final Pattern JOINED_DAY =
            Pattern.compile("(\\d{1,2})(\\p{L}{3,9})(\\d{4}|\\d{2})(?![" + Scan.LETTER + "\\d])");

    private static final Pattern JOINED_YEAR =
            Pattern.compile("(\\d{4})(\\p{L}{3,9})(\\d{1,2})(?![" + Scan.LETTER + "\\d])");
    /** Eight digits, perhaps with a time, beside letters: CT20190312, 20190312T1030. */
    private static final Pattern INSIDE_WORD = Pattern.compile("(?<!\\d)(\\d{8})(?:\\d{4}|\\d{6})?(?!\\d)");

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;
    private static final int CENTURY_PIVOT = 50;
    private static final int MONTHS = 12;

    private static final int FIRST_COMPACT_YEAR = 1900;
    private static final int LAST_COMPACT_YEAR = 2099;
    private static final int MAX_MIXED_WORD = 64;
    static final Set<String> BORN = Set.of(
            "born", "ur", "gim", "dob", "yob", "geb", "geboren", "gimes", "gimusi", "nata", "nato", "ne", "nee",
            "rojen");
    private static final Set<String> BEFORE_MONTH = Set.of("of", "de", "m", "st", "nd", "rd", "th");
    private static final int MAX_GAP = 4;
    private static final int DAY_DIGITS = 8;
    private static final Set<String> AFTER_BORN = Set.of("in", "w", "im", "roku", "r", "m");

    private final Set<LocalDate> known;
    private final int days;
    private final DateOrder order;

    /**
     * @param known the days that the record names elsewhere: they decide what an ambiguous date means
     * @param order what the record's language says of the month's place
     */
    WrittenDates(Set<LocalDate> known, int days, DateOrder order) {
        this.known = known;
        this.days = days;
        this.order = order;
    }

    /** Hands over the changes of a text in the order of their beginnings; where they overlap, the first one counts. */
    void find(String text, Words words, TextKind kind, Consumer<Change> found) {
        Scan scan = new Scan(text);
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            int digits = words.beginsWithDigit(i) ? scan.digits(start) : 0;
            Optional<Change> change;
            if (digits < words.length(i) && digits > 0) {
                change = mixed(scan, words, i);
            } else {
                change = switch (digits) {
                    case 0 -> letters(scan, words, i, kind);
                    case 1, 2 -> mayGoOn(words, i) ? dayFirst(scan, start, kind) : Optional.empty();
                    case 4 -> mayGoOn(words, i) ? yearFirst(scan, start) : Optional.empty();
                    case 8, 12, 14 -> compact(scan, start);
                    default -> Optional.empty();
                };
            }
            change.ifPresent(found);
        }
        findEastern(text, words, found);
    }

    /** Whether what follows may make a date of this number: a number behind a sign, or a month. */
    private static boolean mayGoOn(Words words, int word) {
        int next = word + 1;
        if (next >= words.count() || words.gapLength(next) > MAX_GAP) {
            return false;
        }
        if (words.beginsWithDigit(next)) {
            return words.isGap(next, "-./");
        }
        String folded = words.folded(next);
        return MonthNames.isMonthOrRoman(folded) || BEFORE_MONTH.contains(folded);
    }

    private Optional<Change> letters(Scan scan, Words words, int word, TextKind kind) {
        if (words.isTrigger(word) && MonthNames.isMonth(words.folded(word))) {
            return word + 1 < words.count() && words.beginsWithDigit(word + 1)
                    ? nameFirst(scan, words.start(word), kind)
                    : yearAfterDe(scan, words, word);
        }
        if (words.length(word) > DAY_DIGITS && words.isMixed(word)) {
            return insideWord(scan, words, word);
        }
        return isBorn(words, word) ? birthYear(words, word) : Optional.empty();
    }

    /** Marzo de 2019. */
    private Optional<Change> yearAfterDe(Scan scan, Words words, int word) {
        boolean de = word + 2 < words.count() && words.folded(word + 1).equals("de");
        return de ? scan.at(NAME_YEAR, words.start(word)).flatMap(match -> namedMonth(match, 1, 2)) : Optional.empty();
    }

    private static boolean isBorn(Words words, int word) {
        String folded = words.folded(word);
        return words.isTrigger(word)
                ? BORN.contains(folded)
                : folded.startsWith("urodz") || folded.startsWith("\u0440\u043E\u0436\u0434");
    }

    /** A year alone stays, but not that of birth. */
    private static Optional<Change> birthYear(Words words, int word) {
        int year = word + 1;
        if (year < words.count() && AFTER_BORN.contains(words.folded(year))) {
            year++;
        }
        if (year >= words.count() || !words.isGap(year, 3, " .:,") || words.length(year) != 4) {
            return Optional.empty();
        }
        boolean isYear = CheckDigits.areDigits(words.folded(year))
                && !(year + 1 < words.count() && words.isGap(year + 1, "./-") && words.beginsWithDigit(year + 1));
        return isYear
                ? Optional.of(new Change(words.start(year), words.end(year), Placeholder.DATE.text()))
                : Optional.empty();
    }

    /** Letters and digits in one word. */
    private Optional<Change> mixed(Scan scan, Words words, int word) {
        if (words.length(word) > MAX_MIXED_WORD) {
            return Optional.empty();
        }
        int start = words.start(word);
        return scan.at(YEAR_FIRST, start)
                .flatMap(match -> ordered(match, 1, 3, 4))
                .or(() -> scan.at(JOINED_DAY, start).flatMap(match -> named(match, 1, 2, 3)))
                .or(() -> scan.at(JOINED_YEAR, start).flatMap(match -> named(match, 3, 2, 1)))
                .or(() -> scan.at(DAY_NAME_YEAR, start).flatMap(match -> named(match, 1, 3, 4)))
                .or(() -> scan.at(DAY_NAME, start).flatMap(match -> withoutYear(match, 1, 3, TextKind.NARRATIVE)))
                .or(() -> insideWord(scan, words, word));
    }

    private Optional<Change> insideWord(Scan scan, Words words, int word) {
        if (words.length(word) > MAX_MIXED_WORD) {
            return Optional.empty();
        }
        return scan.within(INSIDE_WORD, words.start(word), words.end(word)).flatMap(this::compact);
    }

    private void findEastern(String text, Words words, Consumer<Change> found) {
        if (words.areUnspaced()) {
            EasternDates.find(text, days, found);
        }
    }

    private Optional<Change> ordered(Matcher match, int yearGroup, int monthGroup, int dayGroup) {
        return day(match.group(yearGroup), match.group(monthGroup), match.group(dayGroup))
                .map(date -> whole(match, ordered(match, date, yearGroup, monthGroup, dayGroup)));
    }

    private Optional<Change> yearFirst(Scan scan, int at) {
        return scan.at(YEAR_FIRST, at)
                .flatMap(match -> ordered(match, 1, 3, 4))
                .or(() -> scan.at(YEAR_MONTH, at)
                        .flatMap(match -> day(match.group(1), match.group(2), "1")
                                .map(date -> whole(match, ordered(match, date, 1, 2, 0)))))
                .or(() -> scan.at(YEAR_NAME_DAY, at).flatMap(match -> named(match, 3, 2, 1)))
                .or(() -> scan.at(YEAR_NAME, at).flatMap(match -> namedMonth(match, 2, 1)));
    }

    private Optional<Change> dayFirst(Scan scan, int at, TextKind kind) {
        return scan.at(YEAR_LAST, at)
                .flatMap(match -> yearLast(scan, match))
                .or(() -> scan.at(MONTH_YEAR, at)
                        .flatMap(match -> day(match.group(3), match.group(1), "1")
                                .map(date -> whole(match, ordered(match, date, 3, 1, 0)))))
                .or(() -> scan.at(DAY_NAME_YEAR, at).flatMap(match -> named(match, 1, 3, 4)))
                .or(() -> scan.at(DAY_NAME_SHORT_YEAR, at).flatMap(match -> named(match, 1, 4, 5)))
                .or(() -> scan.at(DAY_NAME, at).flatMap(match -> withoutYear(match, 1, 3, kind)));
    }

    private Optional<Change> nameFirst(Scan scan, int at, TextKind kind) {
        return scan.at(NAME_DAY_YEAR, at)
                .flatMap(match -> named(match, 2, 1, 4))
                .or(() -> scan.at(NAME_YEAR, at).flatMap(match -> namedMonth(match, 1, 2)))
                .or(() -> scan.at(NAME_DAY, at).flatMap(match -> withoutYear(match, 2, 1, kind)));
    }

    /** Eight digits and perhaps a time: a day of our time, or one that the record names. */
    private Optional<Change> compact(Scan scan, int at) {
        return scan.at(COMPACT, at).flatMap(this::compact);
    }

    private Optional<Change> compact(Matcher match) {
        return DateDigits.day(match.group(1))
                .filter(date -> (date.getYear() >= FIRST_COMPACT_YEAR && date.getYear() <= LAST_COMPACT_YEAR)
                        || known.contains(date))
                .map(date -> new Change(match.start(1), match.end(1), DateDigits.basic(date.plusDays(days))));
    }

    /** dd.mm.yyyy is never anything else; with slashes and dashes the month may come first. */
    private Optional<Change> yearLast(Scan scan, Matcher match) {
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
        if (american.isEmpty() || (european.isPresent() && isEuropean(scan, match, european.get(), american.get()))) {
            return european.map(date -> whole(match, ordered(match, date, 4, 3, 1)));
        }
        if (european.isEmpty() || isKnown(american.get(), european.get()) || orderOf(scan) == DateOrder.MONTH_FIRST) {
            return Optional.of(whole(match, ordered(match, american.get(), 4, 1, 3)));
        }
        return Optional.of(whole(match, Placeholder.DATE.text()));
    }

    private boolean isEuropean(Scan scan, Matcher match, LocalDate european, LocalDate american) {
        return match.group(2).equals(".")
                || isKnown(european, american)
                || (orderOf(scan) == DateOrder.DAY_FIRST && !isKnown(american, european));
    }

    /** The record's, or else what the text's other dates tell. */
    private DateOrder orderOf(Scan scan) {
        if (order != DateOrder.UNKNOWN) {
            return order;
        }
        DateOrder told = scan.order();
        if (told == null) {
            told = toldBy(scan.text());
            scan.setOrder(told);
        }
        return told;
    }

    private static DateOrder toldBy(String text) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        Matcher dates = YEAR_LAST.matcher(text);
        while (dates.find()) {
            if (!dates.group(2).equals(".")) {
                int first = Integer.parseInt(dates.group(1));
                int second = Integer.parseInt(dates.group(3));
                dayFirst |= first > MONTHS && first <= 31 && second <= MONTHS;
                monthFirst |= second > MONTHS && second <= 31 && first <= MONTHS;
            }
        }
        return dayFirst == monthFirst ? DateOrder.UNKNOWN : dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
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
        return day(century(match.group(yearGroup)), String.valueOf(month.number()), match.group(dayGroup))
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
    private Optional<Change> withoutYear(Matcher match, int dayGroup, int nameGroup, TextKind kind) {
        Month month = MonthNames.of(match.group(nameGroup));
        int day = Integer.parseInt(match.group(dayGroup));
        boolean capital = Character.isUpperCase(match.group(nameGroup).charAt(0));
        if (month == null
                || month.isRoman()
                || day < 1
                || day > 31
                || (month.isEnglish() ? !capital : month.isShort())) {
            return Optional.empty();
        }
        var fitting = known.stream()
                .filter(date -> date.getMonthValue() == month.number() && date.getDayOfMonth() == day)
                .toList();
        if (fitting.size() == 1) {
            return Optional.of(
                    whole(match, inWords(match, fitting.get(0).plusDays(days), month, dayGroup, nameGroup, 0)));
        }
        return kind == TextKind.DESCRIPTION ? Optional.empty() : Optional.of(whole(match, Placeholder.DATE.text()));
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
            if (match.group(group) == null || match.group(group).isEmpty()) {
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
