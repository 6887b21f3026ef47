package org.symbolon.analytics.internal;

import org.apache.hadoop.io.BytesWritable;

/** Puts the documents of a visit together. */
final class VisitMerger {
    private VisitMerger() {}

    static VisitFacts merge(Iterable<BytesWritable> documents) {
        VisitFacts visit = VisitFacts.none();
        for (BytesWritable document : documents) {
            visit = visit.with(VisitFacts.read(document.getBytes(), document.getLength()));
        }
        return visit;
    }
}
