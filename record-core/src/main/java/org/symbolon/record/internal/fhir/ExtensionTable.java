package org.symbolon.record.internal.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.PlaceType;

/** The extensions that are kept, from {@code extensions.txt}. */
final class ExtensionTable {
    private static final Map<String, Known> TABLE = load();

    private ExtensionTable() {}

    /**
     * An extension that is walked by the data type of its value.
     *
     * @param type of its values; null where their data types decide
     * @param inner names of the extensions inside it
     */
    record Known(@Nullable PlaceType type, Set<String> inner) {
        /** Null where it has none of that name. */
        @Nullable
        Known innerOf(String url) {
            return inner.contains(url) ? new Known(type, Set.of()) : null;
        }
    }

    static @Nullable Known of(String url) {
        return TABLE.get(url);
    }

    private static Map<String, Known> load() {
        Map<String, Known> table = new HashMap<>();
        for (List<String> words : PlaceRules.lines("extensions.txt")) {
            PlaceType type = words.get(0).equals("-") ? null : PlaceType.valueOf(words.get(0));
            table.put(words.get(1), new Known(type, Set.copyOf(words.subList(2, words.size()))));
        }
        return Map.copyOf(table);
    }
}
