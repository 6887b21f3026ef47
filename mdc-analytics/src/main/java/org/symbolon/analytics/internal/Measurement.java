package org.symbolon.analytics.internal;

import java.util.Comparator;

/**
 * A numeric laboratory result.
 *
 * @param test system and code of the test, or its text where it has no code
 * @param name text of the test
 * @param date as it stands; tells repeated measurements from one that several documents tell
 */
public record Measurement(String test, String name, String unit, String date, double value)
        implements Comparable<Measurement> {
    private static final Comparator<Measurement> ORDER = Comparator.comparing(Measurement::test)
            .thenComparing(Measurement::unit)
            .thenComparing(Measurement::date)
            .thenComparingDouble(Measurement::value)
            .thenComparing(Measurement::name);

    @Override
    public int compareTo(Measurement other) {
        return ORDER.compare(this, other);
    }

    /** Whether both tell of the same measurement; the test may be named differently. */
    boolean isSameAs(Measurement other) {
        return test.equals(other.test)
                && unit.equals(other.unit)
                && date.equals(other.date)
                && Double.compare(value, other.value) == 0;
    }
}
