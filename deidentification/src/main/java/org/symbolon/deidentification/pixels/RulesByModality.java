package org.symbolon.deidentification.pixels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.pixels.FactValues.Source;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.dicom.Tags;

/** Which rules may hold for an object, by its modality alone: most are about one kind of device. Immutable. */
final class RulesByModality {
    /** Says nothing but a modality. */
    private static final ObjectFacts PROBE = new ObjectFacts() {
        @Override
        public String text(int topLevelTag) {
            return topLevelTag == Tags.Modality ? "ANY" : "";
        }

        @Override
        public String sopClassUid() {
            return "";
        }

        @Override
        public String source() {
            return "";
        }
    };

    private final Set<Integer> modalities = new HashSet<>();
    private final Map<String, int[]> named = new HashMap<>();
    private final int[] others;
    private final int[] all;
    private final int source;

    RulesByModality(List<PixelRule> rules, List<Source> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (!sources.get(i).of(PROBE).isEmpty()) {
                modalities.add(i);
            }
        }
        this.source = modalities.stream().mapToInt(Integer::intValue).min().orElse(-1);
        List<@Nullable Set<String>> wanted = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PixelRule rule : rules) {
            Set<String> some = wanted(rule);
            wanted.add(some);
            names.addAll(some == null ? Set.of() : some);
        }
        for (String name : names) {
            named.put(name, rules(wanted, name));
        }
        this.others = rules(wanted, "");
        this.all = IntStream.range(0, rules.size()).toArray();
    }

    private static int[] rules(List<@Nullable Set<String>> wanted, String name) {
        return IntStream.range(0, wanted.size())
                .filter(i -> {
                    Set<String> names = wanted.get(i);
                    return names == null || names.contains(name);
                })
                .toArray();
    }

    /** The modalities that a rule is for; null: any. */
    private @Nullable Set<String> wanted(PixelRule rule) {
        Set<String> names = new HashSet<>();
        for (Condition condition : rule.when()) {
            Set<String> some = wanted(condition);
            if (some == null) {
                return null;
            }
            names.addAll(some);
        }
        return names;
    }

    private @Nullable Set<String> wanted(Condition condition) {
        for (Condition.Test test : condition.tests()) {
            if (modalities.contains(test.source())) {
                Set<String> names = new HashSet<>();
                for (ValuePattern pattern : test.patterns()) {
                    String only = pattern.only();
                    if (only == null) {
                        return null;
                    }
                    names.add(only);
                }
                return names;
            }
        }
        return null;
    }

    /** Numbers of the rules that may hold, ascending. Not to be changed. */
    int[] of(FactValues facts) {
        String[] values = source < 0 ? new String[0] : facts.of(source);
        return values.length == 1 ? named.getOrDefault(values[0], others) : all;
    }
}
