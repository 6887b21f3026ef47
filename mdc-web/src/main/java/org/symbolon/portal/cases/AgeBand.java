package org.symbolon.portal.cases;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ten years of age, so that nobody is told by the age alone; one band for all from 90 on. */
public record AgeBand(int from) {
    private static final int OLDEST = 90;
    private static final int YEARS = 10;
    private static final int MAX_AGE = 150;
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?.*");

    public AgeBand {
        if (from < 0 || from > OLDEST || from % YEARS != 0) {
            throw new IllegalArgumentException("An age band begins at 0, 10 ... 90");
        }
    }

    /** Age at a date, both ISO 8601, both perhaps without day or month; empty where they give none. */
    public static Optional<AgeBand> of(String birthDate, String date) {
        Matcher birth = DATE.matcher(birthDate);
        Matcher at = DATE.matcher(date);
        if (!birth.matches() || !at.matches()) {
            return Optional.empty();
        }
        int age = number(at, 1) - number(birth, 1);
        int monthAndDay = number(at, 2) * 100 + number(at, 3);
        int birthday = number(birth, 2) * 100 + number(birth, 3);
        if (at.group(2) != null && birth.group(2) != null && monthAndDay < birthday) {
            age--;
        }
        return age < 0 || age > MAX_AGE
                ? Optional.empty()
                : Optional.of(new AgeBand(Math.min(age / YEARS * YEARS, OLDEST)));
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** Such as 40-49 or 90+. */
    public String label() {
        return from == OLDEST ? from + "+" : from + "-" + (from + YEARS - 1);
    }
}
