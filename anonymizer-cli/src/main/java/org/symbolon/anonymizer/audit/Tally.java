package org.symbolon.anonymizer.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Distinct values with their counts, by attribute. Bounded: further attributes and values than the limits are counted, not kept. Thread-safe.
 */
final class Tally {
    /** More attributes than this are only counted. */
    static final int MAX_ATTRIBUTES = 20_000;

    /** More distinct values of one attribute than this are only counted. */
    static final int MAX_VALUES = 1_000;

    /** A longer value is cut. */
    static final int MAX_VALUE_CHARACTERS = 200;

    private final Map<Attribute, Values> attributes = new HashMap<>();
    private long attributesNotKept;

    /** The values of one attribute. Read when nobody counts any more. */
    static final class Values {
        private final Attribute attribute;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private long total;
        private long empty;
        private long notKept;

        private Values(Attribute attribute) {
            this.attribute = attribute;
        }

        Attribute attribute() {
            return attribute;
        }

        /** How often each value occurs, the most frequent first. */
        List<Map.Entry<String, Long>> counts() {
            List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
            sorted.sort(
                    Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
            return sorted;
        }

        Collection<String> texts() {
            return counts.keySet();
        }

        /** Elements with the attribute. */
        long total() {
            return total;
        }

        /** Elements without a value. */
        long empty() {
            return empty;
        }

        /** Elements whose values are not among {@link #counts}, since there were too many. */
        long notKept() {
            return notKept;
        }
    }

    synchronized void count(Attribute attribute, String value) {
        Values values = attributes.get(attribute);
        if (values == null) {
            if (attributes.size() >= MAX_ATTRIBUTES) {
                attributesNotKept++;
                return;
            }
            values = new Values(attribute);
            attributes.put(attribute, values);
        }
        values.total++;
        String kept = cut(value);
        if (kept.isEmpty()) {
            values.empty++;
        } else if (values.counts.containsKey(kept) || values.counts.size() < MAX_VALUES) {
            values.counts.merge(kept, 1L, Long::sum);
        } else {
            values.notKept++;
        }
    }

    synchronized List<Values> all() {
        return List.copyOf(attributes.values());
    }

    synchronized long attributesNotKept() {
        return attributesNotKept;
    }

    /** Stripped, and not longer than the limit. */
    static String cut(String value) {
        String stripped = value.strip();
        return stripped.length() <= MAX_VALUE_CHARACTERS ? stripped : stripped.substring(0, MAX_VALUE_CHARACTERS) + "…";
    }
}
