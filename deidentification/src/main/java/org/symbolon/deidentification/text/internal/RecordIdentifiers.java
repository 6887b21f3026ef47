package org.symbolon.deidentification.text.internal;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers of records and references to them, replaced by keyed ones that keep the form: the same identifier gives the same
 * one wherever it stands, alone or inside a reference, so that what belonged together still does.
 */
final class RecordIdentifiers {
    private static final String PURPOSE = "record-identifier";
    private static final String SERVER_PURPOSE = "record-server";
    private static final int TOKEN_CHARACTERS = 16;
    private static final String SYMBOLS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int UUID_CHARACTERS = 36;
    private static final Pattern UUID_FORM =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38})){2,}");
    private static final Pattern URL =
            Pattern.compile("(https?)://[^/?#]+(?:/[^?#]*?)??(?=/[A-Z][A-Za-z]+/|$|[?#])(.*)");
    private static final Pattern REFERENCE =
            Pattern.compile("([A-Z][A-Za-z]{1,40})/([^/?#|]+)(?:/_history/([^/?#|]+))?(#.+)?");
    private static final Pattern SEARCH = Pattern.compile("([A-Z][A-Za-z]{1,40}\\?)([a-z-]+=)?(.*)");

    private final RecordSubstitutes substitutes;

    RecordIdentifiers(RecordSubstitutes substitutes) {
        this.substitutes = substitutes;
    }

    /** Whether it is an OID or a UUID, with or without the prefix of a URN. */
    static boolean hasForm(String text) {
        String value = text.strip();
        int from = value.startsWith("urn:uuid:") || value.startsWith("urn:oid:") ? value.indexOf(':', 4) + 1 : 0;
        String bare = value.substring(from);
        return UUID_FORM.matcher(bare).matches() || OID.matcher(bare).matches();
    }

    String replace(String text) {
        String value = text.strip();
        if (isPlain(value)) {
            return single(value);
        }
        if (value.startsWith("urn:uuid:") || value.startsWith("urn:oid:")) {
            int end = value.indexOf(':', 4) + 1;
            return value.substring(0, end) + single(value.substring(end));
        }
        if (value.startsWith("#") && value.length() > 1) {
            return "#" + single(value.substring(1));
        }
        Matcher url = URL.matcher(value);
        if (url.matches()) {
            return url(url, value);
        }
        Matcher search = SEARCH.matcher(value);
        if (search.matches()) {
            String parameter = search.group(2) == null ? "" : search.group(2);
            return search.group(1) + parameter + single(search.group(3));
        }
        Matcher reference = REFERENCE.matcher(value);
        return reference.matches() ? reference(reference) : single(value);
    }

    /** Letters, digits, dots and hyphens only: in no URL or reference. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain =
                    (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private String url(Matcher url, String value) {
        String rest = url.group(2);
        String server = value.substring(0, value.length() - rest.length());
        String host = url.group(1) + "://" + token(SERVER_PURPOSE, server) + ".invalid";
        Matcher reference = REFERENCE.matcher(rest.startsWith("/") ? rest.substring(1) : rest);
        if (reference.matches()) {
            return host + "/" + reference(reference);
        }
        return rest.isEmpty() ? host : host + "/" + single(rest);
    }

    private String reference(Matcher reference) {
        String version = reference.group(3) == null ? "" : "/_history/" + single(reference.group(3));
        String fragment = reference.group(4) == null
                ? ""
                : "#" + single(reference.group(4).substring(1));
        return reference.group(1) + "/" + single(reference.group(2)) + version + fragment;
    }

    private String single(String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (value.length() == UUID_CHARACTERS && UUID_FORM.matcher(value).matches()) {
            return uuid(value);
        }
        return value.charAt(0) <= '2' && OID.matcher(value).matches() ? substitutes.uid(value) : token(PURPOSE, value);
    }

    /** Of version 8 (RFC 9562 5.8), in the case of the original. */
    private String uuid(String value) {
        byte[] bytes = substitutes.keyed(PURPOSE, value.toLowerCase(Locale.ROOT));
        bytes[6] = (byte) ((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        String uuid = new UUID(buffer.getLong(), buffer.getLong()).toString();
        return value.equals(value.toUpperCase(Locale.ROOT)) ? uuid.toUpperCase(Locale.ROOT) : uuid;
    }

    /** Begins with a letter, so that it may be the ID of an XML element; fits MSH-10 and a FHIR id. */
    private String token(String purpose, String value) {
        byte[] bytes = substitutes.keyed(purpose, value);
        StringBuilder token = new StringBuilder("r");
        for (int i = 1; i < TOKEN_CHARACTERS; i++) {
            token.append(SYMBOLS.charAt(bytes[i] & 31));
        }
        return token.toString();
    }
}
