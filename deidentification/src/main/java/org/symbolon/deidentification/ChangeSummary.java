package org.symbolon.deidentification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;

/**
 * What was done to an object, or to many, and by which rules; nothing about anybody. Immutable and thread-safe.
 */
public final class ChangeSummary {
    /** Nothing was done. */
    public static final ChangeSummary EMPTY = new ChangeSummary(Map.of(), 0, 0);

    private static final Comparator<Line> ORDER = Comparator.comparingLong(Line::count)
            .reversed()
            .thenComparing(Line::origin)
            .thenComparing(Line::action);

    /**
     * How often one kind of rule changed something.
     *
     * @param origin of the rules, as {@link Rule#origin()}; {@code mark}, {@code pixel rule NAME}, {@code encrypted attributes}
     *     and {@code directory} are the engine's own
     * @param count elements, or sequences that went as a whole
     */
    public record Line(String origin, Action action, long count) {}

    private record Key(String origin, Action action) {}

    private final Map<Key, Long> counts;
    private final long wordsSeen;
    private final long wordsKept;

    private ChangeSummary(Map<Key, Long> counts, long wordsSeen, long wordsKept) {
        this.counts = counts;
        this.wordsSeen = wordsSeen;
        this.wordsKept = wordsKept;
    }

    /** The commonest first; what stayed as it was is not counted. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(counts.size());
        counts.forEach((key, count) -> lines.add(new Line(key.origin(), key.action(), count)));
        lines.sort(ORDER);
        return lines;
    }

    /** How many elements and sequences were changed, removed or added. */
    public long changed() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Words of the texts that were cleaned. */
    public long wordsSeen() {
        return wordsSeen;
    }

    /** How many of {@link #wordsSeen} stayed. */
    public long wordsKept() {
        return wordsKept;
    }

    /** Of both together. */
    public ChangeSummary plus(ChangeSummary other) {
        Map<Key, Long> sums = new HashMap<>(counts);
        other.counts.forEach((key, count) -> sums.merge(key, count, Long::sum));
        return new ChangeSummary(sums, wordsSeen + other.wordsSeen, wordsKept + other.wordsKept);
    }

    /** Counts while an object is planned; not thread-safe. */
    public static final class Builder {
        /** Rules are shared by objects, and mostly the same instance. */
        private final IdentityHashMap<Rule, int[]> counts = new IdentityHashMap<>();

        /** Something was changed, removed or added by this rule. */
        public void add(Rule rule) {
            counts.computeIfAbsent(rule, first -> new int[1])[0]++;
        }

        public ChangeSummary build(long wordsSeen, long wordsKept) {
            Map<Key, Long> sums = new HashMap<>();
            counts.forEach(
                    (rule, count) -> sums.merge(new Key(rule.origin(), rule.action()), (long) count[0], Long::sum));
            return new ChangeSummary(sums, wordsSeen, wordsKept);
        }
    }
}
