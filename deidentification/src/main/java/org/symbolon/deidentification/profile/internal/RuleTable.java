package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Rule;

/** Rules by tag, exact ones and such for repeating groups. Immutable. */
public final class RuleTable {
    private static final int TAG_DIGITS = 8;

    private final int[] tags;
    private final Rule[] rules;
    private final List<Pattern> patterns;

    private record Pattern(int mask, int value, Rule rule) {
        boolean matches(int tag) {
            return (tag & mask) == value;
        }
    }

    private RuleTable(Map<Integer, Rule> exact, List<Pattern> patterns) {
        this.tags = exact.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.rules = exact.values().toArray(Rule[]::new);
        this.patterns = patterns;
    }

    /** The rule for a tag, null if the table does not name it. */
    public @Nullable Rule rule(int tag) {
        int index = Arrays.binarySearch(tags, tag);
        if (index >= 0) {
            return rules[index];
        }
        for (Pattern pattern : patterns) {
            if (pattern.matches(tag)) {
                return pattern.rule();
            }
        }
        return null;
    }

    /** Collects a table; not thread-safe. */
    public static final class Builder {
        private final Map<Integer, Rule> exact = new TreeMap<>();
        private final List<Pattern> patterns = new ArrayList<>();

        /** @param form eight hexadecimal digits, x for any digit */
        public Builder add(String form, Rule rule) {
            if (form.length() != TAG_DIGITS) {
                throw new IllegalArgumentException("A tag has " + TAG_DIGITS + " hexadecimal digits");
            }
            if (form.indexOf('x') < 0) {
                exact.put(Integer.parseUnsignedInt(form, 16), rule);
                return this;
            }
            StringBuilder mask = new StringBuilder();
            form.chars().forEach(digit -> mask.append(digit == 'x' ? '0' : 'F'));
            int value = Integer.parseUnsignedInt(form.replace('x', '0'), 16);
            patterns.add(new Pattern(Integer.parseUnsignedInt(mask.toString(), 16), value, rule));
            return this;
        }

        public Builder add(int tag, Rule rule) {
            exact.put(tag, rule);
            return this;
        }

        public RuleTable build() {
            return new RuleTable(exact, List.copyOf(patterns));
        }
    }
}
