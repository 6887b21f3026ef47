package org.symbolon.analytics.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** Of each visit: its measurements, for every diagnosis group that it belongs to. */
public final class LaboratoryVisitReducer extends Reducer<Text, BytesWritable, MeasurementKey, Tally> {
    static final String NO_DIAGNOSIS = "none";

    @Override
    protected void reduce(Text key, Iterable<BytesWritable> documents, Context context)
            throws IOException, InterruptedException {
        VisitFacts visit = VisitMerger.merge(documents);
        context.getCounter(Counters.VISITS).increment(1);
        for (String group : groups(visit)) {
            Map<String, Tally> totals = new TreeMap<>();
            Measurement last = null;
            for (Measurement measurement : visit.measurements()) {
                if (last != null && measurement.isSameAs(last)) {
                    continue;
                }
                last = measurement;
                String row = Cells.join(List.of(measurement.test(), measurement.unit(), group));
                context.write(MeasurementKey.of(row, measurement.value()), Tally.of(1, 0, measurement.name()));
                totals.computeIfAbsent(row, unused -> Tally.of(0, 1, "")).add(Tally.of(1, 0, measurement.name()));
            }
            for (Map.Entry<String, Tally> total : totals.entrySet()) {
                context.write(MeasurementKey.total(total.getKey()), total.getValue());
            }
        }
    }

    private static Set<String> groups(VisitFacts visit) {
        Set<String> groups = visit.codes().stream().map(Icd10::category).collect(Collectors.toCollection(TreeSet::new));
        return groups.isEmpty() ? Set.of(NO_DIAGNOSIS) : groups;
    }
}
