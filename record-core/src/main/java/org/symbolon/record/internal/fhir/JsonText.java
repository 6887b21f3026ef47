package org.symbolon.record.internal.fhir;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what stands between the quotes of a JSON string (RFC 8259, 7), which the scanner has found well formed. A byte that
 * belongs to no UTF-8 sequence is a replacement character of its own.
 */
final class JsonText {
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final int to;
    private final StringBuilder text;
    private final int @Nullable [] offsets;
    private int at;

    private JsonText(byte[] bytes, int from, int to, boolean withOffsets) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
        this.text = new StringBuilder(to - from);
        this.offsets = withOffsets ? new int[to - from + 1] : null;
    }

    static String decode(byte[] bytes, int from, int to) {
        if (isPlain(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        JsonText decoder = new JsonText(bytes, from, to, false);
        decoder.run();
        return decoder.text.toString();
    }

    static FhirText locate(byte[] bytes, int from, int to) {
        if (isPlain(bytes, from, to)) {
            return FhirText.plain(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), from);
        }
        JsonText decoder = new JsonText(bytes, from, to, true);
        decoder.run();
        return FhirText.mapped(decoder.text.toString(), decoder.offsets == null ? new int[0] : decoder.offsets);
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private void run() {
        while (at < to) {
            int start = at;
            int length = text.length();
            if (bytes[at] == '\\') {
                text.append(escape());
            } else if (bytes[at] >= 0) {
                text.append((char) bytes[at++]);
            } else {
                int sequence = sequence();
                if (sequence == 0) {
                    text.append(REPLACEMENT);
                    at++;
                } else {
                    text.append(new String(bytes, at, sequence, StandardCharsets.UTF_8));
                    at += sequence;
                }
            }
            if (offsets != null) {
                for (int i = length; i < text.length(); i++) {
                    offsets[i] = start;
                }
            }
        }
        if (offsets != null) {
            offsets[text.length()] = to;
        }
    }

    private char escape() {
        char c = (char) bytes[at + 1];
        at += 2;
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(new String(bytes, at - 4, 4, StandardCharsets.ISO_8859_1), 16);
        }
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    /** Length of the UTF-8 sequence that begins here (RFC 3629, 4); 0 where none does. */
    private int sequence() {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xC2 && first <= 0xDF
                ? 2
                : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
