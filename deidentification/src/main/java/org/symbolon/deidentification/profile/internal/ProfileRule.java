package org.symbolon.deidentification.profile.internal;

import org.symbolon.deidentification.profile.Rule;

/** A rule with what it is for. A later one in a profile goes before an earlier one with the same selector. */
public record ProfileRule(Selector selector, Reach reach, Condition when, Rule rule) {
    /** How deep a rule reaches. */
    public enum Reach {
        TOP,
        ANY
    }

    static ProfileRule always(Selector selector, Rule rule) {
        return new ProfileRule(selector, Reach.ANY, Condition.ALWAYS, rule);
    }
}
