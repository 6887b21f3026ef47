package org.symbolon.deidentification.pixels;

import java.util.List;
import org.symbolon.deidentification.pixels.PixelDecision.Area;
import org.symbolon.dicom.image.Blanking.CellBits;

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

    /** Whether it leaves something to the rules below. */
    boolean goesOn() {
        return area.outsideUltrasoundRegions() || area.bits() == CellBits.CLEAR;
    }

    /** The same where sources of values have other numbers. */
    PixelRule shifted(int by) {
        return new PixelRule(name, shifted(when, by), shifted(unless, by), action, area);
    }

    private static List<Condition> shifted(List<Condition> conditions, int by) {
        return conditions.stream().map(condition -> condition.shifted(by)).toList();
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
