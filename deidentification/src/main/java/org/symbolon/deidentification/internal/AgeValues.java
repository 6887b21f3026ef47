package org.symbolon.deidentification.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * Ages over a limit become one year more than the limit, and birth dates are moved so that they fit: the few people who are that
 * old are known by it (45 CFR 164.514(b)(2)(i)(C)).
 */
final class AgeValues {
    private static final int DEFAULT_OLDEST_YEARS = 89;
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})([DWMY])");
    private static final Pattern YEARS = Pattern.compile("\\d{1,3}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int DAYS_A_YEAR = 365;
    private static final int WEEKS_A_YEAR = 52;
    private static final int MONTHS_A_YEAR = 12;

    private AgeValues() {}

    static Replacement capped(Rule rule, Element element, IdentityAttributes identity) {
        int oldest =
                YEARS.matcher(rule.argument()).matches() ? Integer.parseInt(rule.argument()) : DEFAULT_OLDEST_YEARS;
        return element.meaning() == Vr.AS
                ? age(oldest, rule, element, identity)
                : birthDate(oldest, rule, element, identity);
    }

    private static Replacement age(int oldest, Rule rule, Element element, IdentityAttributes identity) {
        Optional<Integer> years = years(Ascii.trim(element.text()));
        if (years.isEmpty()) {
            return Replacements.fallback(rule, element, identity);
        }
        return years.get() <= oldest
                ? substitutes -> null
                : substitutes -> element.with(String.format(Locale.ROOT, "%03dY", oldest + 1));
    }

    private static Replacement birthDate(int oldest, Rule rule, Element element, IdentityAttributes identity) {
        Optional<LocalDate> birth = day(Ascii.trim(element.text()));
        if (birth.isEmpty()) {
            return Replacements.fallback(rule, element, identity);
        }
        return substitutes -> {
            Optional<LocalDate> study = studyDay(identity);
            int years = years(identity.text(Tags.PatientAge)).orElse(0);
            if (study.isPresent()) {
                years = Math.max(years, (int) ChronoUnit.YEARS.between(birth.get(), study.get()));
            }
            boolean old = years > oldest;
            LocalDate fitting = !old
                    ? birth.get()
                    : study.map(day -> day.minusYears(oldest + 1L))
                            .orElse(birth.get().plusYears(years - oldest - 1L));
            boolean moves = rule.otherwise() == Action.SHIFT_DATE || rule.otherwise() == Action.TRUNCATE_DATE;
            if (!old && !moves) {
                return null;
            }
            byte[] value = Ascii.bytes(DAY.format(fitting));
            Element moved = new Element(
                    element.tag(), element.vr(), element.depth(), element.encoder(), element.characterSets(), value);
            return moves ? Replacements.fallback(rule, moved, identity).bytes(substitutes) : moved.with(value);
        };
    }

    private static Optional<LocalDate> studyDay(IdentityAttributes identity) {
        return day(identity.text(Tags.StudyDate));
    }

    private static Optional<Integer> years(String age) {
        Matcher matcher = AGE.matcher(age);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "D" -> number / DAYS_A_YEAR;
                    case "W" -> number / WEEKS_A_YEAR;
                    case "M" -> number / MONTHS_A_YEAR;
                    default -> number;
                });
    }

    private static Optional<LocalDate> day(String text) {
        String digits = text.replace(".", "");
        if (!digits.matches("\\d{8}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(digits, DAY));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
