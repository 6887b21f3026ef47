package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.symbolon.deidentification.cleaning.NumberPattern;
import org.symbolon.deidentification.internal.yaml.YamlMap;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.internal.yaml.YamlText;
import org.symbolon.deidentification.profile.EncryptionPolicy;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.PrivatePolicy;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.deidentification.text.policy.RecordPolicy;

/** Turns the map of a profile file into what it says (docs/reference/profiles.md). Used once. */
final class ProfileYaml {
    private static final List<String> KEYS = List.of(
            "profile",
            "description",
            "extends",
            "options",
            "unlisted",
            "private",
            "pixels",
            "encrypted-attributes",
            "marks",
            "patterns",
            "records",
            "rules");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> TEMPORAL = Set.of("UNMODIFIED", "MODIFIED", "REMOVED");

    private final YamlMap map;
    private final YamlProblems problems;

    private ProfileYaml(YamlMap map, YamlProblems problems) {
        this.map = map;
        this.problems = problems;
    }

    /** What the file says as far as it can be understood; the rest is among the problems. */
    static ProfileSource read(YamlMap map, YamlProblems problems) {
        return new ProfileYaml(map, problems).read();
    }

    private ProfileSource read() {
        map.allow(KEYS, problems);
        String name = map.text("profile", problems).orElse("");
        if (!NAME.matcher(name).matches()) {
            problems.add(map.line("profile"), "'profile' must be a name of up to 64 letters, digits, '.', '_' and '-'");
        }
        Optional<YamlMap> patterns = map.map("patterns", problems);
        patterns.ifPresent(found -> found.allow(List.of("numbers", "own"), problems));
        return new ProfileSource(
                name,
                map.text("description", problems),
                map.texts("extends", problems),
                map.has("options") ? Optional.of(options()) : Optional.empty(),
                map.line("options"),
                choice("unlisted", Unlisted.values()),
                choice("private", PrivatePolicy.values()),
                choice("pixels", PixelPolicy.values()),
                choice("encrypted-attributes", EncryptionPolicy.values()),
                map.map("marks", problems).map(this::marking).orElse(Marking.NONE),
                patterns.filter(found -> found.has("numbers")).map(this::numbers),
                patterns.flatMap(found -> found.map("own", problems))
                        .map(this::ownNumbers)
                        .orElse(Set.of()),
                records(),
                new RuleYaml(name, problems).read(map.list("rules")));
    }

    private Set<Option> options() {
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (YamlText text : map.texts("options", problems)) {
            Optional<Option> option = constant(text.text(), Option.values(), Option::yamlName);
            if (option.isEmpty()) {
                problems.add(text.line(), unknown("option", text.text(), Option.values(), Option::yamlName));
            } else if (option.get() == Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES) {
                problems.add(text.line(), "the option " + text.text() + " is not offered: nothing here removes faces");
            } else if (!options.add(option.get())) {
                problems.add(text.line(), "the option " + text.text() + " stands twice");
            }
        }
        return options;
    }

    private <E extends Enum<E>> Optional<E> choice(String key, E[] values) {
        Optional<String> text = map.text(key, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> value = constant(text.get(), values, ProfileYaml::yamlName);
        if (value.isEmpty()) {
            problems.add(map.line(key), unknown("value of '" + key + "'", text.get(), values, ProfileYaml::yamlName));
        }
        return value;
    }

    private Marking marking(YamlMap marks) {
        marks.allow(List.of("method", "codes", "temporal"), problems);
        Optional<String> method = marks.text("method", problems);
        if (method.isPresent() && !method.get().matches("[\\x20-\\x5B\\x5D-\\x7E]{1," + Marking.MAX_METHOD + "}")) {
            problems.add(
                    marks.line("method"),
                    "'method' must be up to 64 ASCII characters without a backslash, since it is an LO");
        }
        Optional<String> temporal = marks.text("temporal", problems);
        if (temporal.isPresent() && !TEMPORAL.contains(temporal.get())) {
            problems.add(marks.line("temporal"), "'temporal' must be UNMODIFIED, MODIFIED or REMOVED");
        }
        List<String> codes = new ArrayList<>();
        for (YamlText code : marks.texts("codes", problems)) {
            if (Marking.meaning(code.text()).isEmpty()) {
                problems.add(code.line(), "'" + code.text() + "' is no code of CID 7050");
            }
            codes.add(code.text());
        }
        return new Marking(method, marks.has("codes") ? Optional.of(List.copyOf(codes)) : Optional.empty(), temporal);
    }

    private Set<NumberPattern> numbers(YamlMap patterns) {
        Set<NumberPattern> numbers = new LinkedHashSet<>();
        for (YamlText text : patterns.texts("numbers", problems)) {
            Optional<NumberPattern> known = NumberPattern.builtIn().stream()
                    .filter(pattern -> pattern.name().equals(text.text()))
                    .findAny();
            known.ifPresent(numbers::add);
            if (known.isEmpty()) {
                List<String> names = NumberPattern.builtIn().stream()
                        .map(NumberPattern::name)
                        .sorted()
                        .toList();
                problems.add(
                        text.line(), "unknown number '" + text.text() + "'; known are " + String.join(", ", names));
            }
        }
        return numbers;
    }

    private Set<NumberPattern> ownNumbers(YamlMap own) {
        Set<NumberPattern> numbers = new LinkedHashSet<>();
        for (YamlMap.Entry entry : own.entries()) {
            String expression = own.text(entry.name(), problems).orElse("");
            try {
                numbers.add(NumberPattern.expression(entry.name(), expression));
            } catch (IllegalArgumentException e) {
                problems.add(entry.line(), String.valueOf(e.getMessage()));
            }
        }
        return numbers;
    }

    private Map<String, List<ProfileSource.RecordLine>> records() {
        Map<String, List<ProfileSource.RecordLine>> sections = new LinkedHashMap<>();
        Optional<YamlMap> records = map.map("records", problems);
        if (records.isPresent()) {
            List<String> names = List.of("kinds", "types", "fields");
            records.get().allow(names, problems);
            for (String section : names) {
                records.get().map(section, problems).ifPresent(part -> sections.put(section, lines(section, part)));
            }
        }
        return sections;
    }

    private List<ProfileSource.RecordLine> lines(String section, YamlMap part) {
        List<ProfileSource.RecordLine> lines = new ArrayList<>();
        for (YamlMap.Entry entry : part.entries()) {
            Optional<String> rule = part.text(entry.name(), problems);
            if (rule.isPresent()) {
                ProfileSource.RecordLine line = new ProfileSource.RecordLine(entry.line(), entry.name(), rule.get());
                try {
                    line.addTo(section, RecordPolicy.builder());
                    lines.add(line);
                } catch (IllegalArgumentException e) {
                    problems.add(line.line(), String.valueOf(e.getMessage()));
                }
            }
        }
        return lines;
    }

    static <E> Optional<E> constant(String text, E[] values, Function<E, String> name) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(text))
                .findAny();
    }

    static <E> String unknown(String what, String text, E[] values, Function<E, String> name) {
        return "unknown " + what + " '" + text + "'; known are "
                + String.join(", ", Arrays.stream(values).map(name).toList());
    }

    private static String yamlName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
