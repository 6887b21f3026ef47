package org.symbolon.record.internal.xml;

import java.nio.charset.StandardCharsets;

/** UTF-8 (RFC 3629) read leniently: a byte that belongs to no valid sequence is a replacement character of its own. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static boolean isAscii(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    static String decode(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length < 0) {
                return decodeLeniently(bytes, from);
            }
            i += length;
        }
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    private static String decodeLeniently(byte[] bytes, int from) {
        StringBuilder text = new StringBuilder(bytes.length - from);
        for (int i = from; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length < 0) {
                text.append(REPLACEMENT);
                i++;
            } else {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return text.toString();
    }

    /** Bytes of the valid sequence that begins here, 1 to 4; -1 where none does. */
    static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xC2 && first < 0xE0
                ? 2
                : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : -1;
        if (length < 0 || at + length > bytes.length) {
            return -1;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return -1;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean surrogateOrBeyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
        return overlong || surrogateOrBeyond ? -1 : length;
    }
}
