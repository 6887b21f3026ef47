package org.symbolon.analytics;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.symbolon.analytics.internal.Jobs;
import org.symbolon.analytics.internal.Workspace;
import org.symbolon.model.ProgressLine;

/**
 * Numeric laboratory results by test, unit and diagnosis group. A group is the first three characters of an ICD-10 code; a visit
 * is in the group of each of its diagnoses, or in {@code none}. What several documents of a visit tell alike (test, unit, date,
 * value) counts once.
 *
 * @param maskBelow rows with fewer visits behind them are masked; 0 masks nothing
 */
public record LaboratoryStatistics(int maskBelow) {

    /** As {@link Icd10Frequency#run}; sorted by test, unit and group. */
    public List<LaboratoryRow> run(Configuration cluster, ProgressLine progress) throws IOException {
        try (Workspace workspace = Workspace.open(cluster)) {
            return new Jobs(workspace, progress)
                    .laboratory().stream().map(this::row).toList();
        }
    }

    private LaboratoryRow row(Jobs.Statistics statistics) {
        List<String> row = statistics.row();
        List<String> values = statistics.values();
        long visits = Long.parseLong(values.get(0));
        return new LaboratoryRow(
                row.get(0),
                values.get(8),
                row.get(1),
                row.get(2),
                visits,
                Long.parseLong(values.get(1)),
                Double.parseDouble(values.get(2)),
                Double.parseDouble(values.get(3)),
                Double.parseDouble(values.get(4)),
                Double.parseDouble(values.get(5)),
                Double.parseDouble(values.get(6)),
                Double.parseDouble(values.get(7)),
                visits < maskBelow);
    }
}
