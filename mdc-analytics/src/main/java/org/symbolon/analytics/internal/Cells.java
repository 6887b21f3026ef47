package org.symbolon.analytics.internal;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as one key: joined by a character that none of them has. */
final class Cells {
    private static final String SEPARATOR = "\u001F";

    private Cells() {}

    static String join(List<String> texts) {
        return texts.stream().map(text -> text.replace(SEPARATOR, " ")).collect(Collectors.joining(SEPARATOR));
    }

    static List<String> split(String key) {
        return List.of(key.split(SEPARATOR, -1));
    }
}
