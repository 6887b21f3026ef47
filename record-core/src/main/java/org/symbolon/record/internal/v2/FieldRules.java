package org.symbolon.record.internal.v2;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.symbolon.record.PlaceType;

/** The table {@code fields.txt}. */
final class FieldRules {
    private static final FieldRules INSTANCE = new FieldRules();

    private final Map<String, FieldRule> rules = new HashMap<>();

    private FieldRules() {
        for (List<String> line : Tables.read("fields.txt")) {
            for (String entry : line.subList(1, line.size())) {
                int equals = entry.indexOf('=');
                String word = entry.substring(equals + 1);
                boolean whole = word.startsWith("!");
                PlaceType type = PlaceType.valueOf(
                        word.substring(whole ? 1 : 0).toUpperCase(Locale.ROOT).replace('-', '_'));
                rules.put(line.get(0) + "-" + entry.substring(0, equals), new FieldRule(type, whole));
            }
        }
    }

    static FieldRules instance() {
        return INSTANCE;
    }

    FieldRule of(String segment, int field) {
        return rules.getOrDefault(segment + "-" + field, FieldRule.NONE);
    }
}
