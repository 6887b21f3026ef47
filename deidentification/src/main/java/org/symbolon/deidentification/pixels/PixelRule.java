package org.symbolon.deidentification.pixels;

import java.util.List;
import org.symbolon.deidentification.pixels.PixelDecision.Area;

/**
 * One rule of a file.
 *
 * @param unless never holds where there is none
 * @param area to blank, for {@link Action#BLANK}
 */
record PixelRule(String name, List<Condition> when, List<Condition> unless, Action action, Area area) {
    /** What the rule does. */
    enum Action {
        LEAVE,
        BLANK,
        QUARANTINE
    }

    PixelRule {
        when = List.copyOf(when);
        unless = List.copyOf(unless);
    }

    boolean holds(FactValues facts) {
        return anyHolds(when, facts) && !anyHolds(unless, facts);
    }

    private static boolean anyHolds(List<Condition> conditions, FactValues facts) {
        for (Condition condition : conditions) {
            if (condition.holds(facts)) {
                return true;
            }
        }
        return false;
    }
}
