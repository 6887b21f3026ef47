package org.symbolon.deidentification.internal.yaml;

import java.util.List;
import java.util.function.Function;

/** A sequence of values. */
public record YamlList(int line, List<YamlValue> values) implements YamlValue {
    public YamlList {
        values = List.copyOf(values);
    }

    @Override
    public <T> T fold(Function<YamlText, T> text, Function<YamlList, T> onList, Function<YamlMap, T> map) {
        return onList.apply(this);
    }
}
