package org.symbolon.dicomweb.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * One of the media ranges a client accepts (RFC 9110 12.5.1, PS3.18 8.7.4).
 *
 * @param name type and subtype in lower case; either may be {@code *}
 * @param parameters by their names in lower case, without {@code q}
 */
record MediaRange(String name, Map<String, String> parameters, double quality) {
    static final String MULTIPART = "multipart/related";
    private static final String ANY = "*/*";

    /** The ranges in order of preference, those of quality 0 left out; anything is accepted if nothing is said. */
    static List<MediaRange> list(@Nullable String header, int maxRanges) {
        if (header == null || header.isBlank()) {
            return List.of(new MediaRange(ANY, Map.of(), 1));
        }
        List<MediaRange> ranges = new ArrayList<>();
        for (String text : split(header, ',')) {
            if (text.isBlank()) {
                continue;
            }
            if (ranges.size() == maxRanges) {
                throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "More media ranges than the limit allows");
            }
            ranges.add(one(text));
        }
        ranges.removeIf(range -> range.quality() <= 0);
        ranges.sort((a, b) -> Double.compare(b.quality(), a.quality()));
        return ranges;
    }

    /** Whether the range holds that media type, {@code type/subtype}. */
    boolean holds(String mediaType) {
        return name.equals(ANY)
                || name.equals(mediaType)
                || (name.endsWith("/*") && mediaType.startsWith(name.substring(0, name.length() - 1)));
    }

    boolean isAny() {
        return name.equals(ANY);
    }

    /** Whether it is multipart/related with parts of that media type, or of any if it does not say. */
    boolean holdsPartsOf(String mediaType) {
        if (isAny()) {
            return true;
        }
        String type = parameters.getOrDefault("type", ANY).toLowerCase(Locale.ROOT);
        return name.equals(MULTIPART) && new MediaRange(type, Map.of(), 1).holds(mediaType);
    }

    /** The transfer syntax asked for, empty if none is; {@code *} for any (PS3.18 8.7.3.5.2). */
    String transferSyntax() {
        return parameters.getOrDefault("transfer-syntax", "");
    }

    /** Whether the range leaves the transfer syntax open or names that one. */
    boolean takes(String transferSyntaxUid) {
        String asked = transferSyntax();
        return asked.isEmpty() || asked.equals("*") || asked.equals(transferSyntaxUid);
    }

    private static MediaRange one(String text) {
        List<String> parts = split(text, ';');
        Map<String, String> parameters = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                parameters.put(name, unquoted(part.substring(equals + 1).strip()));
            }
        }
        double quality = quality(parameters.remove("q"));
        return new MediaRange(parts.get(0).strip().toLowerCase(Locale.ROOT), parameters, quality);
    }

    private static double quality(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value <= 1 ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Splits where the sign does not stand in quotes. */
    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == sign && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
