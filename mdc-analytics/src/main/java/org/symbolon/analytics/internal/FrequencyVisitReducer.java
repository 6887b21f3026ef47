package org.symbolon.analytics.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.symbolon.analytics.Breakdown;

/** Of each visit: one for every cell of the table that it belongs to, however many documents name the diagnosis. */
public final class FrequencyVisitReducer extends Reducer<Text, BytesWritable, Text, LongWritable> {
    static final String BREAKDOWN = "symbolon.analytics.breakdown";
    private static final LongWritable ONE = new LongWritable(1);

    private final List<Breakdown> breakdown = new ArrayList<>();

    @Override
    protected void setup(Context context) {
        for (String name : context.getConfiguration().getStrings(BREAKDOWN, new String[0])) {
            breakdown.add(Breakdown.valueOf(name));
        }
    }

    @Override
    protected void reduce(Text key, Iterable<BytesWritable> documents, Context context)
            throws IOException, InterruptedException {
        VisitFacts visit = VisitMerger.merge(documents);
        context.getCounter(Counters.VISITS).increment(1);
        for (String code : visit.codes()) {
            context.write(new Text(Cells.join(cell(code, visit))), ONE);
        }
    }

    private List<String> cell(String code, VisitFacts visit) {
        List<String> cell = new ArrayList<>();
        cell.add(code);
        for (Breakdown each : breakdown) {
            cell.add(
                    switch (each) {
                        case YEAR -> visit.year();
                        case SEX -> visit.knownSex();
                        case AGE_BAND -> visit.ageBand();
                    });
        }
        return cell;
    }
}
