package org.symbolon.dicom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many values an element may have (PS3.5 6.4): from a minimum to a maximum in steps ({@code 1}, {@code 1-3},
 * {@code 2-2n}).
 *
 * @param maximum {@link #UNLIMITED} for {@code n}
 * @param step what {@code n} counts: 2 in {@code 2-2n}, else 1
 */
public record ValueMultiplicity(int minimum, int maximum, int step) {
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6})?(n)?)?(?: or \\d{1,6}(?:-n)?)?");

    public ValueMultiplicity {
        if (minimum < 0 || maximum < minimum || step < 1) {
            throw new IllegalArgumentException("A value multiplicity goes from a minimum to a maximum in steps");
        }
    }

    /**
     * Reads what PS3.6 writes.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ValueMultiplicity parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a value multiplicity as PS3.6 writes it");
        }
        int first = Integer.parseInt(matcher.group(1));
        boolean unlimited = matcher.group(3) != null || text.endsWith("-n");
        if (unlimited) {
            int step = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            return new ValueMultiplicity(first, UNLIMITED, Math.max(1, step));
        }
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        int other = text.contains(" or ") ? Integer.parseInt(text.substring(text.indexOf(" or ") + 4)) : last;
        return new ValueMultiplicity(first, Math.max(last, other), 1);
    }

    /** Whether an element that has values may have so many. */
    public boolean allows(int values) {
        boolean stepped = maximum != UNLIMITED || step == 1 || values % step == 0;
        return values >= minimum && values <= maximum && stepped;
    }
}
