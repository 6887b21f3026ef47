package org.symbolon.deidentification.internal.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values by name, in the order of the file. What is asked for in another form than it has is a problem of the file. */
public final class YamlMap implements YamlValue {

    /** A name with its value. */
    public record Entry(String name, int line, YamlValue value) {}

    private final int line;
    private final Map<String, Entry> entries;

    YamlMap(int line, Map<String, Entry> entries) {
        this.line = line;
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public int line() {
        return line;
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    public @Nullable Entry entry(String name) {
        return entries.get(name);
    }

    /** The line of the name, or of the map if it is not there. */
    public int line(String name) {
        Entry entry = entries.get(name);
        return entry == null ? line : entry.line();
    }

    /** A problem for every name that is not among the given ones. */
    public void allow(Collection<String> names, YamlProblems problems) {
        for (Entry entry : entries.values()) {
            if (!names.contains(entry.name())) {
                problems.add(entry.line(), "unknown key '" + entry.name() + "'; known are " + String.join(", ", names));
            }
        }
    }

    /** The text of that name, stripped; empty if it is absent or no text. */
    public Optional<String> text(String name, YamlProblems problems) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof YamlText scalar) {
            return Optional.of(scalar.text().strip());
        }
        problems.add(
                entry.line(),
                "'" + name + "' must be a text, not " + entry.value().kind());
        return Optional.empty();
    }

    public OptionalInt number(String name, YamlProblems problems) {
        Optional<String> text = text(name, problems);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text.get()));
        } catch (NumberFormatException e) {
            problems.add(line(name), "'" + name + "' must be a whole number");
            return OptionalInt.empty();
        }
    }

    /** The values of a list; a single value is a list of one, nothing an empty one. */
    public List<YamlValue> list(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return List.of();
        }
        return entry.value()
                .fold(text -> text.text().isEmpty() ? List.of() : List.of(text), YamlList::values, map -> List.of(map));
    }

    /** The texts of a list; a single text is a list of one. */
    public List<YamlText> texts(String name, YamlProblems problems) {
        List<YamlText> texts = new ArrayList<>();
        for (YamlValue value : list(name)) {
            if (value instanceof YamlText text) {
                texts.add(new YamlText(text.line(), text.text().strip()));
            } else {
                problems.add(value.line(), "'" + name + "' must be a list of texts");
            }
        }
        return texts;
    }

    /** The map of that name, empty if it is absent or no map. */
    public Optional<YamlMap> map(String name, YamlProblems problems) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof YamlMap map) {
            return Optional.of(map);
        }
        problems.add(
                entry.line(),
                "'" + name + "' must be a map, not " + entry.value().kind());
        return Optional.empty();
    }

    @Override
    public <T> T fold(Function<YamlText, T> text, Function<YamlList, T> list, Function<YamlMap, T> map) {
        return map.apply(this);
    }

    @Override
    public String toString() {
        return entries.keySet().toString();
    }
}
