package org.symbolon.analytics.internal;

import java.io.IOException;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** Merges the documents of a visit that one mapper saw. */
public final class VisitCombiner extends Reducer<Text, BytesWritable, Text, BytesWritable> {
    @Override
    protected void reduce(Text visit, Iterable<BytesWritable> documents, Context context)
            throws IOException, InterruptedException {
        context.write(visit, new BytesWritable(VisitMerger.merge(documents).json()));
    }
}
