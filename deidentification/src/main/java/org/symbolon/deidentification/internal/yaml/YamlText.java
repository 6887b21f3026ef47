package org.symbolon.deidentification.internal.yaml;

import java.util.function.Function;

/**
 * A scalar as it is written, without quotes and without a guess at its type; nothing at all is the empty text.
 *
 * @param text {@code "0010"} and {@code 0010} are the same
 */
public record YamlText(int line, String text) implements YamlValue {
    @Override
    public <T> T fold(Function<YamlText, T> onText, Function<YamlList, T> list, Function<YamlMap, T> map) {
        return onText.apply(this);
    }
}
