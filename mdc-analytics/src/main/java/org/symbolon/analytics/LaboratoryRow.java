package org.symbolon.analytics;

/**
 * The results of one test in one unit among the visits of one diagnosis group.
 *
 * @param test system and code, or its text where it has no code
 * @param name text of the test
 * @param group first three characters of an ICD-10 code of the visit, or {@code none}
 * @param visits in which it was measured
 * @param masked whether so few visits are behind it that nothing of it may be shown
 */
public record LaboratoryRow(
        String test,
        String name,
        String unit,
        String group,
        long visits,
        long count,
        double mean,
        double percentile5,
        double percentile25,
        double median,
        double percentile75,
        double percentile95,
        boolean masked) {}
