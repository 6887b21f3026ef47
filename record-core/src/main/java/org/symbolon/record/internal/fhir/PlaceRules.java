package org.symbolon.record.internal.fhir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.PlaceType;

/** What kind of place an element is: by the table {@code place-types.txt} where its data type does not say enough. */
final class PlaceRules {
    private static final Map<String, PlaceType> TABLE = load();

    private PlaceRules() {}

    /** Null for a URI, whose value decides. */
    static @Nullable PlaceType of(String rule, String dataType, String name) {
        PlaceType listed = TABLE.get(rule);
        return listed != null ? listed : byDataType(dataType, name);
    }

    private static @Nullable PlaceType byDataType(String dataType, String name) {
        return switch (dataType) {
            case "boolean",
                    "integer",
                    "integer64",
                    "decimal",
                    "unsignedInt",
                    "positiveInt",
                    "code",
                    "canonical",
                    "time" -> PlaceType.VALUE;
            case "date", "dateTime", "instant" -> PlaceType.DATE;
            case "base64Binary" -> PlaceType.ATTACHMENT;
            case "id", "uuid", "oid" -> PlaceType.RECORD_IDENTIFIER;
            case "uri", "url" -> null;
            case "string" -> ofString(name);
            case "markdown", "xhtml" -> PlaceType.NARRATIVE;
            default -> PlaceType.UNKNOWN;
        };
    }

    private static PlaceType ofString(String name) {
        return switch (name) {
            case "id" -> PlaceType.RECORD_IDENTIFIER;
            case "title", "label", "subtitle", "shortTitle" -> PlaceType.LABEL;
            case "version", "linkId" -> PlaceType.VALUE;
            case "publisher" -> PlaceType.ORGANISATION_NAME;
            default -> PlaceType.NARRATIVE;
        };
    }

    private static Map<String, PlaceType> load() {
        Map<String, PlaceType> table = new HashMap<>();
        for (List<String> words : lines("place-types.txt")) {
            PlaceType type = PlaceType.valueOf(words.get(0));
            words.subList(1, words.size()).forEach(rule -> table.put(rule, type));
        }
        return Map.copyOf(table);
    }

    /** Words of each line of a resource file beside this class; comments begin with #. */
    static List<List<String>> lines(String file) {
        try (InputStream in = PlaceRules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The module lacks " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
