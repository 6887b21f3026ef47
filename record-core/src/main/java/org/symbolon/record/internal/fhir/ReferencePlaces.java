package org.symbolon.record.internal.fhir;

import java.util.Locale;
import java.util.regex.Pattern;
import org.symbolon.record.PlaceType;

/**
 * The identifying parts of references and addresses of resources (hl7.org/fhir/R4/references.html): ids, so that the same id is
 * the same text wherever it stands, the server, and the values of searches.
 */
final class ReferencePlaces {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");
    private static final String HISTORY = "_history";

    private final String text;
    private final PlaceType identifier;
    private final Parts parts;

    /** Receives the parts in their order. */
    interface Parts {
        /** Characters from and to. */
        void part(int from, int to, PlaceType type);
    }

    private ReferencePlaces(String text, PlaceType identifier, Parts parts) {
        this.text = text;
        this.identifier = identifier;
        this.parts = parts;
    }

    /** @param identifier what the value of a search by identifier is */
    static void divide(String text, PlaceType identifier, Parts parts) {
        new ReferencePlaces(text, identifier, parts).divide();
    }

    /** The same of a search without its path, which begins at that character. */
    static void divideQuery(String text, int from, PlaceType identifier, Parts parts) {
        new ReferencePlaces(text, identifier, parts).query(from);
    }

    private void divide() {
        if (text.startsWith("#")) {
            rest(1, PlaceType.RECORD_IDENTIFIER);
        } else if (WellKnownUris.contains(text)) {
            rest(0, PlaceType.VALUE);
        } else if (text.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
            rest("urn:uuid:".length(), PlaceType.RECORD_IDENTIFIER);
        } else if (text.regionMatches(true, 0, "urn:oid:", 0, 8)) {
            rest("urn:oid:".length(), PlaceType.RECORD_IDENTIFIER);
        } else {
            int query = text.indexOf('?');
            int end = query < 0 ? text.length() : query;
            path(end);
            if (query >= 0) {
                query(query + 1);
            }
        }
    }

    private void path(int end) {
        int scheme = text.indexOf("://");
        int from = scheme < 0 || scheme + 3 > end ? 0 : scheme + 3;
        int type = lastType(from, end);
        if (type < 0) {
            part(from, end, from > 0 ? PlaceType.UNKNOWN : PlaceType.RECORD_IDENTIFIER);
            return;
        }
        if (type > from) {
            part(from, type - 1, PlaceType.UNKNOWN);
        }
        int id = segmentEnd(type, end) + 1;
        if (id > end) {
            return;
        }
        int idEnd = segmentEnd(id, end);
        part(id, idEnd, text.startsWith("$", id) ? PlaceType.VALUE : PlaceType.RECORD_IDENTIFIER);
        if (idEnd < end) {
            int next = segmentEnd(idEnd + 1, end);
            boolean history = text.substring(idEnd + 1, next).equals(HISTORY);
            int tail = history ? Math.min(next + 1, end) : idEnd + 1;
            boolean version =
                    history && VERSION.matcher(text.substring(tail, end)).matches();
            part(tail, end, version ? PlaceType.VALUE : history ? PlaceType.RECORD_IDENTIFIER : PlaceType.UNKNOWN);
        }
    }

    /** Where the last segment stands that is a type of resource. */
    private int lastType(int from, int end) {
        int found = -1;
        int at = from;
        while (at < end) {
            int to = segmentEnd(at, end);
            // all types begin with a capital
            boolean capital = at < to && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
            if (capital && FhirModel.isResource(text.substring(at, to))) {
                found = at;
            }
            at = to + 1;
        }
        return found;
    }

    private int segmentEnd(int from, int end) {
        int slash = text.indexOf('/', from);
        return slash < 0 || slash > end ? end : slash;
    }

    private void query(int from) {
        int at = from;
        while (at < text.length()) {
            int ampersand = text.indexOf('&', at);
            int end = ampersand < 0 ? text.length() : ampersand;
            int equals = text.indexOf('=', at);
            if (equals < 0 || equals > end) {
                part(at, end, PlaceType.UNKNOWN);
            } else {
                parameter(text.substring(at, equals), equals + 1, end);
            }
            at = end + 1;
        }
    }

    private void parameter(String name, int from, int end) {
        PlaceType type = switch (name) {
            case "identifier" -> identifier;
            case "_id" -> PlaceType.RECORD_IDENTIFIER;
            case "_format", "_count", "_sort", "_summary" -> PlaceType.VALUE;
            default -> PlaceType.UNKNOWN;
        };
        int bar = text.indexOf('|', from);
        int width = 1;
        if (bar < 0 || bar >= end) {
            bar = text.toLowerCase(Locale.ROOT).indexOf("%7c", from);
            width = 3;
        }
        if (bar < 0 || bar >= end) {
            part(from, end, type);
        } else {
            boolean known = WellKnownUris.contains(text.substring(from, bar));
            part(from, bar, known ? PlaceType.VALUE : PlaceType.OTHER_IDENTIFIER);
            part(bar + width, end, type);
        }
    }

    private void rest(int from, PlaceType type) {
        part(from, text.length(), type);
    }

    private void part(int from, int to, PlaceType type) {
        if (to > from) {
            parts.part(from, to, type);
        }
    }
}
