package org.symbolon.deidentification.pixels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.yaml.YamlMap;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.internal.yaml.YamlText;
import org.symbolon.deidentification.internal.yaml.YamlValue;
import org.symbolon.deidentification.pixels.Condition.Test;
import org.symbolon.deidentification.pixels.FactValues.Source;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;

/** Reads {@code when} and {@code unless} of a rule. Used by one reader. */
final class ConditionReader {
    private static final Pattern TAG = Pattern.compile("\\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\\)");
    private static final Map<String, Integer> ATTRIBUTES = Map.ofEntries(
            Map.entry("modality", Tags.Modality),
            Map.entry("manufacturer", Tags.Manufacturer),
            Map.entry("model", Tags.ManufacturerModelName),
            Map.entry("image-type", Tags.ImageType),
            Map.entry("conversion-type", Tags.ConversionType),
            Map.entry("burned-in-annotation", Tags.BurnedInAnnotation),
            Map.entry("series-description", Tags.SeriesDescription));
    private static final Map<String, Integer> NUMBERS = Map.of("rows", Tags.Rows, "columns", Tags.Columns);
    private static final int SOP_CLASS = 0;
    private static final int SENDER = 1;
    private static final String KNOWN =
            "sop-class, modality, manufacturer, model, image-type, conversion-type, burned-in-annotation,"
                    + " series-description, rows, columns, sender, attribute";

    private final YamlProblems problems;
    private final Map<Integer, Integer> attributes = new LinkedHashMap<>();
    private final List<Source> sources = new ArrayList<>(List.of(ObjectFacts::sopClassUid, ObjectFacts::source));

    ConditionReader(YamlProblems problems) {
        this.problems = problems;
    }

    /** Every attribute that a condition looked at. */
    Set<Integer> tags() {
        return attributes.keySet();
    }

    /** What the numbers of tests stand for. */
    List<Source> sources() {
        return sources;
    }

    /** A map is one condition, a list of maps are several, of which one must hold. */
    List<Condition> read(YamlMap rule, String key) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlValue value : rule.list(key)) {
            if (value instanceof YamlMap map && !map.entries().isEmpty()) {
                conditions.add(condition(map));
            } else {
                problems.add(value.line(), "'" + key + "' must be a map of conditions, or a list of such maps");
            }
        }
        return conditions;
    }

    private Condition condition(YamlMap map) {
        List<Test> tests = new ArrayList<>();
        for (YamlMap.Entry entry : map.entries()) {
            Integer tag = ATTRIBUTES.get(entry.name());
            Integer number = NUMBERS.get(entry.name());
            if (tag != null) {
                tests.add(new Test(attribute(tag), texts(map, entry)));
            } else if (number != null) {
                tests.add(new Test(attribute(number), numbers(map, entry)));
            } else if (entry.name().equals("sop-class")) {
                tests.add(new Test(SOP_CLASS, sopClasses(map, entry)));
            } else if (entry.name().equals("sender")) {
                tests.add(new Test(SENDER, texts(map, entry)));
            } else if (entry.name().equals("attribute")) {
                map.map("attribute", problems).ifPresent(named -> attributes(named, tests));
            } else {
                problems.add(entry.line(), "unknown condition '" + entry.name() + "'; known are " + KNOWN);
            }
        }
        return new Condition(tests);
    }

    /** The number of an attribute among the sources. */
    private int attribute(int tag) {
        return attributes.computeIfAbsent(tag, added -> {
            sources.add(facts -> facts.text(added));
            return sources.size() - 1;
        });
    }

    private void attributes(YamlMap map, List<Test> tests) {
        for (YamlMap.Entry entry : map.entries()) {
            Integer tag = tag(entry.name());
            if (tag == null) {
                problems.add(entry.line(), "'" + entry.name() + "' is no attribute: (gggg,eeee) or a keyword of PS3.6");
            } else {
                tests.add(new Test(attribute(tag), texts(map, entry)));
            }
        }
    }

    private static @Nullable Integer tag(String name) {
        Matcher matcher = TAG.matcher(name);
        if (matcher.matches()) {
            return Tag.of(Integer.parseInt(matcher.group(1), 16), Integer.parseInt(matcher.group(2), 16));
        }
        OptionalInt known = Dictionary.standard().tag(name);
        return known.isPresent() ? known.getAsInt() : null;
    }

    private List<ValuePattern> texts(YamlMap map, YamlMap.Entry entry) {
        return values(map, entry).stream()
                .map(text -> ValuePattern.text(text.text()))
                .toList();
    }

    private List<ValuePattern> numbers(YamlMap map, YamlMap.Entry entry) {
        List<ValuePattern> patterns = new ArrayList<>();
        for (YamlText text : values(map, entry)) {
            ValuePattern pattern = ValuePattern.numbers(text.text());
            if (pattern == null) {
                problems.add(text.line(), "'" + entry.name() + "' must be a number as 512, or a range as 1-512");
            } else {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    /** UIDs or keywords of PS3.6 annex A. */
    private List<ValuePattern> sopClasses(YamlMap map, YamlMap.Entry entry) {
        List<ValuePattern> patterns = new ArrayList<>();
        for (YamlText text : values(map, entry)) {
            boolean uid = !text.text().isEmpty()
                    && text.text().chars().allMatch(c -> c == '.' || c == '*' || (c >= '0' && c <= '9'));
            String known =
                    uid ? text.text() : Dictionary.standard().uid(text.text()).orElse("");
            if (known.isEmpty()) {
                problems.add(text.line(), "'" + text.text() + "' is no UID and no keyword of one in PS3.6");
            } else {
                patterns.add(ValuePattern.text(known));
            }
        }
        return patterns;
    }

    private List<YamlText> values(YamlMap map, YamlMap.Entry entry) {
        List<YamlText> values = entry.value() instanceof YamlText single
                ? List.of(new YamlText(single.line(), single.text().strip()))
                : map.texts(entry.name(), problems);
        if (values.isEmpty()) {
            problems.add(entry.line(), "'" + entry.name() + "' has no value");
        }
        return values;
    }
}
