package org.symbolon.deidentification.text.internal;

import java.util.IdentityHashMap;
import org.symbolon.deidentification.text.policy.RecordRule;

/** How often each rule was asked and how often it changed something, in one record. Owned by one call. */
public final class PlaceTally {
    /** Places and changed places of each rule; rules are few, and each is one object. */
    private final IdentityHashMap<RecordRule, long[]> counts = new IdentityHashMap<>();

    void count(RecordRule rule, boolean changed) {
        long[] count = counts.get(rule);
        if (count == null) {
            count = new long[2];
            counts.put(rule, count);
        }
        count[0]++;
        count[1] += changed ? 1 : 0;
    }

    /** What one rule did. */
    public interface Count {
        /**
         * @param places that the rule was for
         * @param changed of these
         */
        void of(RecordRule rule, long places, long changed);
    }

    /** Rule by rule, in no order. */
    public void forEach(Count count) {
        counts.forEach((rule, numbers) -> count.of(rule, numbers[0], numbers[1]));
    }
}
