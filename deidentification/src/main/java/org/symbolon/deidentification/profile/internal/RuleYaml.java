package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.deidentification.internal.yaml.YamlMap;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.internal.yaml.YamlText;
import org.symbolon.deidentification.internal.yaml.YamlValue;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Turns the rules of a profile file into rules. Used once. */
final class RuleYaml {
    private static final int MAX_RULES = 10_000;
    private static final List<String> KEYS =
            List.of("attribute", "action", "argument", "otherwise", "at", "when", "note");
    private static final String REPLACE = "replace";
    private static final Action[] ACTIONS = Arrays.stream(Action.values())
            .filter(action -> !action.dependsOnType())
            .toArray(Action[]::new);

    private record Place(Selector selector, ProfileRule.Reach reach, Condition when) {}

    private final String profile;
    private final YamlProblems problems;
    private final Map<Place, Integer> seen = new HashMap<>();

    RuleYaml(String profile, YamlProblems problems) {
        this.profile = profile;
        this.problems = problems;
    }

    List<ProfileRule> read(List<YamlValue> values) {
        List<ProfileRule> rules = new ArrayList<>();
        for (YamlValue value : values) {
            if (rules.size() >= MAX_RULES) {
                problems.add(value.line(), "a profile has at most " + MAX_RULES + " rules");
                return rules;
            }
            if (value instanceof YamlMap map) {
                rules.addAll(rule(map));
            } else {
                problems.add(value.line(), "a rule must be a map with 'attribute' and 'action', not " + value.kind());
            }
        }
        return rules;
    }

    private List<ProfileRule> rule(YamlMap map) {
        map.allow(KEYS, problems);
        List<Selector> selectors = selectors(map);
        Optional<Rule> rule = action(map).flatMap(action -> rule(action, map));
        ProfileRule.Reach reach = reach(map);
        Condition when = map.has("when")
                ? map.map("when", problems)
                        .map(condition -> ConditionYaml.read(condition, problems))
                        .orElse(Condition.ALWAYS)
                : Condition.ALWAYS;
        List<ProfileRule> rules = new ArrayList<>();
        for (Selector selector : selectors) {
            Integer before = seen.putIfAbsent(new Place(selector, reach, when), map.line());
            if (before != null) {
                problems.add(map.line("attribute"), "the rule in line " + before + " is for the same attribute");
            }
            rule.ifPresent(found -> {
                check(selector, found, map);
                rules.add(new ProfileRule(selector, reach, when, found));
            });
        }
        return rules;
    }

    private List<Selector> selectors(YamlMap map) {
        List<Selector> selectors = new ArrayList<>();
        List<YamlText> texts = map.texts("attribute", problems);
        if (texts.isEmpty()) {
            problems.add(map.line(), "the rule has no 'attribute'");
        }
        for (YamlText text : texts) {
            try {
                selectors.add(SelectorText.parse(text.text()));
            } catch (IllegalArgumentException e) {
                problems.add(text.line(), String.valueOf(e.getMessage()));
            }
        }
        return selectors;
    }

    private Optional<Action> action(YamlMap map) {
        Optional<String> text = map.text("action", problems);
        if (text.isEmpty()) {
            problems.add(map.line(), "the rule has no 'action'");
            return Optional.empty();
        }
        return action(text.get(), map.line("action"));
    }

    private Optional<Action> action(String text, int line) {
        if (text.equals(REPLACE)) {
            return Optional.of(Action.DUMMY);
        }
        Optional<Action> action = ProfileYaml.constant(text, ACTIONS, Action::yamlName);
        if (action.isEmpty()) {
            problems.add(line, ProfileYaml.unknown("action", text, ACTIONS, Action::yamlName));
        }
        return action;
    }

    private Optional<Rule> rule(Action action, YamlMap map) {
        String argument = map.text("argument", problems).orElse("");
        boolean replace = map.text("action", problems).orElse("").equals(REPLACE);
        String wrong = RuleArguments.problem(action, argument, replace);
        if (!wrong.isEmpty()) {
            problems.add(map.line(map.has("argument") ? "argument" : "action"), wrong);
        }
        Action otherwise = RuleArguments.otherwise(action);
        Optional<String> text = map.text("otherwise", problems);
        if (text.isPresent()) {
            Optional<Action> given = action(text.get(), map.line("otherwise"));
            if (given.isPresent() && !RuleArguments.isSecondChoice(given.get())) {
                problems.add(map.line("otherwise"), "'" + text.get() + "' cannot be what is done otherwise");
            }
            otherwise = given.orElse(otherwise);
        }
        String origin = "profile " + profile + " line " + map.line();
        return wrong.isEmpty() ? Optional.of(new Rule(action, otherwise, argument, origin)) : Optional.empty();
    }

    private ProfileRule.Reach reach(YamlMap map) {
        String at = map.text("at", problems).orElse("any");
        if (!at.equals("any") && !at.equals("top")) {
            problems.add(map.line("at"), "'at' must be top or any");
        }
        return at.equals("top") ? ProfileRule.Reach.TOP : ProfileRule.Reach.ANY;
    }

    private void check(Selector selector, Rule rule, YamlMap map) {
        boolean one = selector instanceof Selector.OneTag;
        if ((rule.action() == Action.SET || rule.action() == Action.REQUIRE) && !one) {
            problems.add(
                    map.line("attribute"), "'" + rule.action().yamlName() + "' needs one attribute by tag or keyword");
        }
        if (selector instanceof Selector.OneTag tag) {
            boolean standard = !Tag.isPrivate(tag.tag());
            Vr vr = standard ? Dictionary.standard().vr(tag.tag()) : Vr.LO;
            boolean writes =
                    rule.action() == Action.SET || rule.action() == Action.REQUIRE || rule.action() == Action.DUMMY;
            if (writes && (!rule.argument().isEmpty() || rule.action() == Action.SET)) {
                String wrong = RuleArguments.misfit(rule.argument(), vr);
                if (!wrong.isEmpty()) {
                    problems.add(map.line("argument"), wrong);
                }
            }
        }
    }
}
