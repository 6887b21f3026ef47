package org.symbolon.anonymizer.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.symbolon.deidentification.ChangeSummary;
import org.symbolon.deidentification.text.RecordSummary;

/** What was done to all files of a run, by rule. Thread-safe. */
public final class RunTally {
    private ChangeSummary objects = ChangeSummary.EMPTY;
    private RecordSummary records = RecordSummary.NONE;

    /**
     * How often a rule changed something.
     *
     * @param rule as the summaries of the engines call it
     * @param action in the words of profiles
     */
    public record Line(String rule, String action, long count) {
        void into(ObjectNode object) {
            object.put("rule", rule).put("action", action).put("count", count);
        }
    }

    public synchronized void add(ChangeSummary summary) {
        objects = objects.plus(summary);
    }

    public synchronized void add(RecordSummary summary) {
        records = records.plus(summary);
    }

    /** The commonest first. */
    public synchronized List<Line> lines() {
        List<Line> lines = new ArrayList<>(linesOf(objects));
        lines.addAll(linesOf(records));
        lines.sort(Comparator.comparingLong(Line::count).reversed().thenComparing(Line::rule));
        return lines;
    }

    /** Words of texts that were cleaned. */
    public synchronized long wordsSeen() {
        return objects.wordsSeen() + records.words().seen();
    }

    /** How many of them stayed. */
    public synchronized long wordsKept() {
        return objects.wordsKept() + records.words().kept();
    }

    static List<Line> linesOf(ChangeSummary summary) {
        return summary.lines().stream()
                .map(line -> new Line(line.origin(), word(line.action()), line.count()))
                .toList();
    }

    static List<Line> linesOf(RecordSummary summary) {
        return summary.lines().stream()
                .filter(line -> line.changed() > 0)
                .map(line -> new Line(line.origin(), word(line.action()), line.changed()))
                .toList();
    }

    private static String word(Enum<?> action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
