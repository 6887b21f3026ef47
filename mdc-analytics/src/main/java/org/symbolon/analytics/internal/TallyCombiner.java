package org.symbolon.analytics.internal;

import java.io.IOException;
import org.apache.hadoop.mapreduce.Reducer;

/** Adds up what is said of one value, or of one row's total. */
public final class TallyCombiner extends Reducer<MeasurementKey, Tally, MeasurementKey, Tally> {
    @Override
    protected void reduce(MeasurementKey key, Iterable<Tally> tallies, Context context)
            throws IOException, InterruptedException {
        Tally sum = Tally.of(0, 0, "");
        for (Tally tally : tallies) {
            sum.add(tally);
        }
        context.write(key, sum);
    }
}
