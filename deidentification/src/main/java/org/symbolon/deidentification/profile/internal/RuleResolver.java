package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.deidentification.profile.internal.IodTypes.Iod;

/** The rule sets of a profile, one for each outcome of its conditions and each IOD that came by. Thread-safe. */
public final class RuleResolver {
    /** Beyond it all are forgotten, and made again when they are asked for. */
    private static final int MAX_RULE_SETS = 256;

    private record Outcome(String iod, BitSet holds) {}

    private final ProfileDefinition profile;
    private final ContentTable content;
    private final List<Condition> conditions;
    private final boolean dependsOnType;
    private final Map<Outcome, RuleSet> known = new ConcurrentHashMap<>();

    public RuleResolver(ProfileDefinition profile) {
        this.profile = profile;
        this.content = new ContentTable(profile.options());
        this.conditions = profile.rules().stream()
                .map(ProfileRule::when)
                .distinct()
                .filter(condition -> !condition.tests().isEmpty())
                .toList();
        this.dependsOnType = profile.rules().stream()
                .map(ProfileRule::rule)
                .anyMatch(rule ->
                        rule.action().dependsOnType() || rule.otherwise().dependsOnType());
    }

    /** Attributes of the top level that conditions look at. */
    public Set<Integer> neededFacts() {
        Set<Integer> tags = new TreeSet<>();
        conditions.forEach(condition -> tags.addAll(condition.neededFacts()));
        return tags;
    }

    public RuleSet rulesFor(ObjectFacts facts) {
        Iod iod = dependsOnType ? IodTypes.table().iod(facts.sopClassUid()) : Iod.UNKNOWN;
        BitSet holds = new BitSet(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            holds.set(i, conditions.get(i).holds(facts));
        }
        Outcome outcome = new Outcome(iod.name(), holds);
        RuleSet rules = known.get(outcome);
        if (rules == null) {
            rules = resolve(iod, holds);
            if (known.size() >= MAX_RULE_SETS) {
                known.clear();
            }
            known.put(outcome, rules);
        }
        return rules;
    }

    private RuleSet resolve(Iod iod, BitSet holds) {
        List<ProfileRule> rules = new ArrayList<>();
        for (ProfileRule rule : profile.rules()) {
            boolean always = rule.when().tests().isEmpty();
            if (always || holds.get(conditions.indexOf(rule.when()))) {
                rules.add(rule);
            }
        }
        return new ResolvedRules(profile, rules, iod, content);
    }
}
