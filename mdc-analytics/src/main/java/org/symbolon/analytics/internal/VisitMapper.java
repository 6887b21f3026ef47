package org.symbolon.analytics.internal;

import java.io.IOException;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.io.ImmutableBytesWritable;
import org.apache.hadoop.hbase.mapreduce.TableMapper;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.DocumentRows;

/**
 * Reads the rows of {@code documents}: key is the visit, value what the document contributes to it. A damaged row fails the job:
 * a count that leaves something out silently would be wrong.
 */
public final class VisitMapper extends TableMapper<Text, BytesWritable> {
    private final Text key = new Text();

    @Override
    protected void map(ImmutableBytesWritable row, Result result, Context context)
            throws IOException, InterruptedException {
        DocumentRecord document = DocumentRows.read(result);
        key.set(VisitFacts.visitKey(document));
        context.write(key, new BytesWritable(VisitFacts.of(document.visit()).json()));
        context.getCounter(Counters.DOCUMENTS).increment(1);
    }
}
