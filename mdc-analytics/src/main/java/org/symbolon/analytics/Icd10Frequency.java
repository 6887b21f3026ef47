package org.symbolon.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.symbolon.analytics.internal.Jobs;
import org.symbolon.analytics.internal.Masking;
import org.symbolon.analytics.internal.Workspace;
import org.symbolon.model.ProgressLine;

/**
 * In how many visits each ICD-10 code was a diagnosis. A visit counts once for a code, however many of its documents name it; a
 * document without a visit number counts as a visit of its own.
 *
 * @param by what the counts are parted by
 * @param maskBelow smaller counts are masked, and others that would give them away; 0 masks nothing
 */
public record Icd10Frequency(List<Breakdown> by, int maskBelow) {
    public Icd10Frequency {
        by = by.stream().distinct().sorted().toList();
    }

    /**
     * Runs it as jobs, here or on YARN, as {@code mapreduce.framework.name} says.
     *
     * @param cluster settings of HDFS, HBase and YARN
     * @return sorted by code and cell
     */
    public List<FrequencyRow> run(Configuration cluster, ProgressLine progress) throws IOException {
        try (Workspace workspace = Workspace.open(cluster)) {
            return masked(new Jobs(workspace, progress).frequencies(by));
        }
    }

    private List<FrequencyRow> masked(List<Jobs.Frequency> frequencies) {
        Map<String, List<Cell>> tables = new TreeMap<>();
        for (Jobs.Frequency frequency : frequencies) {
            String code = frequency.cell().get(0);
            List<String> columns = frequency.cell().subList(1, frequency.cell().size());
            tables.computeIfAbsent(code, unused -> new ArrayList<>()).add(new Cell(columns, frequency.visits()));
        }
        List<FrequencyRow> rows = new ArrayList<>();
        tables.forEach((code, cells) -> {
            List<Boolean> masked = Masking.masked(cells, maskBelow);
            for (int i = 0; i < cells.size(); i++) {
                rows.add(new FrequencyRow(
                        code, cells.get(i).columns(), cells.get(i).count(), masked.get(i)));
            }
        });
        return rows;
    }

    private record Cell(List<String> columns, long count) implements Masking.Cell {}
}
