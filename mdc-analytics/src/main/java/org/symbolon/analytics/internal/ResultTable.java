package org.symbolon.analytics.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.analytics.Breakdown;
import org.symbolon.analytics.FrequencyRow;
import org.symbolon.analytics.Icd10Frequency;
import org.symbolon.analytics.LaboratoryRow;
import org.symbolon.analytics.LaboratoryStatistics;

/**
 * A result as it is shown.
 *
 * @param name of the analysis, and of its files
 * @param maskBelow as asked for
 * @param columns their names
 * @param rows texts and numbers; null where a number is masked
 */
public record ResultTable(String name, int maskBelow, List<String> columns, List<List<@Nullable Object>> rows) {
    private static final MathContext SIX_DIGITS = new MathContext(6);

    public static ResultTable of(Icd10Frequency analysis, List<FrequencyRow> result) {
        List<String> columns = new ArrayList<>();
        columns.add("icd10");
        analysis.by().stream().map(Breakdown::label).forEach(columns::add);
        columns.add("visits");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FrequencyRow row : result) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.code());
            cells.addAll(row.cell());
            cells.add(row.masked() ? null : row.visits());
            rows.add(cells);
        }
        return new ResultTable("icd10-frequency", analysis.maskBelow(), columns, rows);
    }

    public static ResultTable of(LaboratoryStatistics analysis, List<LaboratoryRow> result) {
        List<String> columns = List.of(
                "test", "name", "unit", "group", "visits", "count", "mean", "p5", "p25", "median", "p75", "p95");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (LaboratoryRow row : result) {
            List<@Nullable Object> cells = new ArrayList<>(List.of(row.test(), row.name(), row.unit(), row.group()));
            if (row.masked()) {
                while (cells.size() < columns.size()) {
                    cells.add(null);
                }
            } else {
                cells.add(row.visits());
                cells.add(row.count());
                for (double value : new double[] {
                    row.mean(),
                    row.percentile5(),
                    row.percentile25(),
                    row.median(),
                    row.percentile75(),
                    row.percentile95()
                }) {
                    cells.add(rounded(value));
                }
            }
            rows.add(cells);
        }
        return new ResultTable("laboratory-statistics", analysis.maskBelow(), columns, rows);
    }

    private static BigDecimal rounded(double value) {
        BigDecimal plain = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
