package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.internal.IodTypes.Iod;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Rules by selector for one depth, types of attributes resolved. Immutable; a look-up allocates nothing. */
final class RuleTable {
    private final int[] tags;
    private final Choice[] choices;

    private final long[] paths;
    private final Rule[] pathRules;
    private final Selector.Masked[] masks;
    private final Rule[] maskRules;
    private final Map<String, Creator> creators;
    private final Map<Vr, Rule> byVr;

    /** One rule for a tag, or one for each type of the attribute in the sequence around it. */
    private record Choice(Rule rule, Map<AttributeType, Rule> byType) {
        static Choice of(Rule rule) {
            return new Choice(rule, Map.of());
        }

        /** All that a rule may become. */
        static Choice ofTypes(Rule rule) {
            Map<AttributeType, Rule> byType = new EnumMap<>(AttributeType.class);
            for (AttributeType type : AttributeType.values()) {
                byType.put(type, type.resolve(rule));
            }
            return new Choice(AttributeType.UNKNOWN.resolve(rule), byType);
        }
    }

    /** The rules for a private creator's attributes, by group and last two digits. */
    private static final class Creator {
        private final int[] keys;
        private final Rule[] rules;

        Creator(SortedMap<Integer, Rule> map) {
            keys = map.keySet().stream().mapToInt(Integer::intValue).toArray();
            rules = map.values().toArray(Rule[]::new);
        }

        @Nullable
        Rule rule(int tag) {
            int index = Arrays.binarySearch(keys, Tag.group(tag) << 8 | (tag & 0xFF));
            return index < 0 ? null : rules[index];
        }
    }

    private RuleTable(Builder builder) {
        tags = builder.tags.keySet().stream().mapToInt(Integer::intValue).toArray();
        choices = builder.tags.values().toArray(Choice[]::new);
        paths = builder.paths.keySet().stream().mapToLong(Long::longValue).toArray();
        pathRules = builder.paths.values().toArray(Rule[]::new);
        List<Selector.Masked> newestFirst = new ArrayList<>(builder.masks.keySet());
        Collections.reverse(newestFirst);
        masks = newestFirst.toArray(Selector.Masked[]::new);
        maskRules = newestFirst.stream().map(builder.masks::get).toArray(Rule[]::new);
        creators = new HashMap<>();
        builder.creators.forEach((creator, map) -> creators.put(creator, new Creator(map)));
        byVr = builder.byVr;
    }

    /** @param iod of which the types at the top level are taken */
    static RuleTable top(List<ProfileRule> rules, Iod iod) {
        Builder builder = new Builder();
        for (ProfileRule rule : rules) {
            builder.add(rule, tag -> Choice.of(iod.type(tag).resolve(rule.rule())));
        }
        return new RuleTable(builder);
    }

    static RuleTable nested(List<ProfileRule> rules) {
        Builder builder = new Builder();
        for (ProfileRule rule : rules) {
            if (rule.reach() == ProfileRule.Reach.ANY) {
                builder.add(rule, tag -> byType(rule.rule()));
            }
        }
        return new RuleTable(builder);
    }

    private static Choice byType(Rule rule) {
        boolean depends = rule.action().dependsOnType() || rule.otherwise().dependsOnType();
        return depends ? Choice.ofTypes(rule) : Choice.of(rule);
    }

    /**
     * The rule for an attribute, null if the table has none.
     *
     * @param vr as it stands, {@code standard} as the dictionary says
     */
    @Nullable
    Rule rule(int tag, String privateCreator, Vr vr, Vr standard, int parentTag) {
        if (paths.length > 0) {
            int index = Arrays.binarySearch(paths, path(parentTag, tag));
            if (index >= 0) {
                return pathRules[index];
            }
        }
        int index = Arrays.binarySearch(tags, tag);
        if (index >= 0) {
            Choice choice = choices[index];
            return choice.byType().isEmpty()
                    ? choice.rule()
                    : choice.byType().getOrDefault(IodTypes.table().nested(parentTag, tag), choice.rule());
        }
        if (!privateCreator.isEmpty()) {
            Creator creator = creators.get(privateCreator);
            Rule rule = creator == null ? null : creator.rule(tag);
            if (rule != null) {
                return rule;
            }
        }
        for (int i = 0; i < masks.length; i++) {
            if ((tag & masks[i].mask()) == masks[i].value()) {
                return maskRules[i];
            }
        }
        Rule ofVr = byVr.get(vr);
        return ofVr == null ? byVr.get(standard) : ofVr;
    }

    /** Whether the rule for the tag may be another one in another sequence. */
    boolean dependsOnSequence(int tag) {
        int index = Arrays.binarySearch(tags, tag);
        return paths.length > 0 || (index >= 0 && !choices[index].byType().isEmpty());
    }

    private static long path(int sequence, int tag) {
        return (long) sequence << 32 | Integer.toUnsignedLong(tag);
    }

    private interface Resolution {
        Choice of(int tag);
    }

    private static final class Builder {
        private final TreeMap<Integer, Choice> tags = new TreeMap<>();
        private final TreeMap<Long, Rule> paths = new TreeMap<>();
        private final Map<Selector.Masked, Rule> masks = new LinkedHashMap<>();
        private final Map<String, TreeMap<Integer, Rule>> creators = new HashMap<>();
        private final Map<Vr, Rule> byVr = new EnumMap<>(Vr.class);

        void add(ProfileRule entry, Resolution resolution) {
            Rule plain = AttributeType.UNKNOWN.resolve(entry.rule());
            entry.selector()
                    .fold(
                            path -> paths.put(path(path.sequence(), path.tag()), plain),
                            one -> tags.put(one.tag(), resolution.of(one.tag())),
                            own -> creators.computeIfAbsent(own.creator(), creator -> new TreeMap<>())
                                    .put(own.group() << 8 | own.element(), plain),
                            mask -> {
                                masks.remove(mask);
                                return masks.put(mask, plain);
                            },
                            of -> byVr.put(of.vr(), plain));
        }
    }
}
