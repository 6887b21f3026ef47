package org.symbolon.deidentification.internal.yaml;

import java.util.function.Function;

/** A text, a list or a map, with the line (1 is the first) that it begins on. Immutable. */
public sealed interface YamlValue permits YamlText, YamlList, YamlMap {
    int line();

    <T> T fold(Function<YamlText, T> text, Function<YamlList, T> list, Function<YamlMap, T> map);

    /** What a person would call it. */
    default String kind() {
        return fold(text -> "a text", list -> "a list", map -> "a map");
    }
}
