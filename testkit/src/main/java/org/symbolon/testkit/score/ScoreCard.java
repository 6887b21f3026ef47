package org.symbolon.testkit.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A score: the share of actions that were right, as MIDI-B counts it.
 *
 * @param tallies by action; absent where the key has no check of it
 * @param discrepancies each check that failed, in the order of the key
 * @param quarantined objects that were allowed to be kept back, and were: their checks are left out, but for hidden pixels
 */
public record ScoreCard(Map<ScoreAction, Tally> tallies, List<Discrepancy> discrepancies, List<String> quarantined) {
    /** How many checks there were and how many were passed. */
    public record Tally(int passed, int total) {
        Tally plus(boolean right) {
            return new Tally(passed + (right ? 1 : 0), total + 1);
        }
    }

    static final Tally NONE = new Tally(0, 0);

    public ScoreCard {
        EnumMap<ScoreAction, Tally> ordered = new EnumMap<>(ScoreAction.class);
        ordered.putAll(tallies);
        tallies = ordered;
        discrepancies = List.copyOf(discrepancies);
        quarantined = List.copyOf(quarantined);
    }

    public Tally tally(ScoreAction action) {
        return tallies.getOrDefault(action, NONE);
    }

    public Tally total() {
        int passed = tallies.values().stream().mapToInt(Tally::passed).sum();
        int total = tallies.values().stream().mapToInt(Tally::total).sum();
        return new Tally(passed, total);
    }
}
