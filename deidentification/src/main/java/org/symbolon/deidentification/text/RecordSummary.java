package org.symbolon.deidentification.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.deidentification.cleaning.CleaningTally;
import org.symbolon.deidentification.text.internal.PlaceTally;
import org.symbolon.deidentification.text.policy.RecordAction;
import org.symbolon.record.PlaceType;

/**
 * What was done to one textual record, or to many: counts, and no value. Immutable.
 *
 * @param records how many
 * @param lines in the order of origin, kind and action
 * @param words of texts: how many there were, and how many were left as they were
 */
public record RecordSummary(long records, List<Line> lines, CleaningTally words) {
    /** Of no record. */
    public static final RecordSummary NONE = new RecordSummary(0, List.of(), CleaningTally.NONE);

    public RecordSummary {
        lines = List.copyOf(lines);
    }

    /**
     * What one rule did.
     *
     * @param origin of the rule: {@code kind date}, {@code type XAD.5}, {@code field PID-10}
     * @param kind of place that it was for
     * @param places that it was for; what is inside a piece that was cut out is not counted
     * @param changed of these
     */
    public record Line(String origin, PlaceType kind, RecordAction action, long places, long changed) {
        private Key key() {
            return new Key(origin, kind, action);
        }
    }

    private record Key(String origin, PlaceType kind, RecordAction action) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::origin).thenComparing(Key::kind).thenComparing(Key::action);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static RecordSummary of(PlaceTally tally, CleaningTally words) {
        List<Line> lines = new ArrayList<>();
        tally.forEach((rule, places, changed) ->
                lines.add(new Line(rule.origin(), rule.kind(), rule.action(), places, changed)));
        lines.sort(Comparator.comparing(Line::key));
        return new RecordSummary(1, lines, words);
    }

    /** The sum of both. */
    public RecordSummary plus(RecordSummary other) {
        Map<Key, Line> sums = new TreeMap<>();
        lines.forEach(line -> sums.put(line.key(), line));
        for (Line line : other.lines) {
            sums.merge(
                    line.key(),
                    line,
                    (one, two) -> new Line(
                            one.origin, one.kind, one.action, one.places + two.places, one.changed + two.changed));
        }
        return new RecordSummary(records + other.records, List.copyOf(sums.values()), words.plus(other.words));
    }
}
