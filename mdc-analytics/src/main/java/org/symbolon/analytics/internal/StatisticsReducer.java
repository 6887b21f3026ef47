package org.symbolon.analytics.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** One line for each row: visits, count, mean, percentiles, name. The values come sorted; none of them is kept. */
public final class StatisticsReducer extends Reducer<MeasurementKey, Tally, Text, Text> {
    @Override
    protected void reduce(MeasurementKey key, Iterable<Tally> tallies, Context context)
            throws IOException, InterruptedException {
        String row = key.row();
        Tally total = Tally.of(0, 0, "");
        RunningStatistics statistics = null;
        // The key changes with each value (secondary sort)
        for (Tally tally : tallies) {
            if (key.isTotal()) {
                total.add(tally);
            } else {
                statistics = statistics == null ? new RunningStatistics(total.count()) : statistics;
                statistics.add(key.value(), tally.count());
            }
        }
        if (statistics != null) {
            context.write(new Text(row), new Text(Cells.join(line(total, statistics))));
        }
    }

    private static List<String> line(Tally total, RunningStatistics statistics) {
        List<String> line = new ArrayList<>();
        line.add(Long.toString(total.visits()));
        line.add(Long.toString(total.count()));
        line.add(Double.toString(statistics.mean()));
        for (double percentile : statistics.percentiles()) {
            line.add(Double.toString(percentile));
        }
        line.add(total.name());
        return line;
    }
}
