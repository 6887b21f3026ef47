package org.symbolon.record.internal.xml;

import org.jspecify.annotations.Nullable;

/** Unescapes character data and attribute values (XML 2.11, 3.3.3, 4.1, 4.6). */
final class CharacterData {
    private static final int LONGEST_REFERENCE = 12;

    private CharacterData() {}

    /** Null where a reference names nothing that is known or allowed. */
    static @Nullable String text(String source, int from, int to) {
        return unescape(source, from, to, '\n', '\t');
    }

    /** White space becomes blanks; null as for {@link #text}. */
    static @Nullable String attribute(String source, int from, int to) {
        return unescape(source, from, to, ' ', ' ');
    }

    static String cdata(String source, int from, int to) {
        return source.substring(from, to).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static @Nullable String unescape(String source, int from, int to, char newline, char tab) {
        if (isPlain(source, from, to, newline)) {
            return source.substring(from, to);
        }
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            if (c == '&') {
                int semicolon = source.indexOf(';', i);
                int code = semicolon < 0 || semicolon >= to || semicolon - i > LONGEST_REFERENCE
                        ? -1
                        : reference(source.substring(i + 1, semicolon));
                if (code < 0) {
                    return null;
                }
                text.appendCodePoint(code);
                i = semicolon;
            } else if (c == '\r') {
                if (i + 1 >= to || source.charAt(i + 1) != '\n') {
                    text.append(newline);
                }
            } else {
                text.append(c == '\n' ? newline : c == '\t' ? tab : c);
            }
        }
        return text.toString();
    }

    private static boolean isPlain(String source, int from, int to, char newline) {
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            if (c == '&' || c == '\r' || (c < ' ' && newline == ' ')) {
                return false;
            }
        }
        return true;
    }

    private static int reference(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> name.startsWith("#x") ? number(name, 2, 16) : name.startsWith("#") ? number(name, 1, 10) : -1;
        };
    }

    private static int number(String name, int from, int radix) {
        int code = 0;
        for (int i = from; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), radix);
            if (digit < 0 || name.charAt(i) > 'f' || code > Character.MAX_CODE_POINT) {
                return -1;
            }
            code = code * radix + digit;
        }
        return from < name.length() && isAllowed(code) ? code : -1;
    }

    /** Char of XML 2.2. */
    static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= ' ' && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || (code >= 0x10000 && code <= Character.MAX_CODE_POINT);
    }
}
