package org.symbolon.deidentification.text.internal;

import java.util.IdentityHashMap;
import java.util.Map;
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

    /** For each rule how many places it was for, and how many of them it changed. */
    public Map<RecordRule, long[]> counts() {
        return counts;
    }
}
