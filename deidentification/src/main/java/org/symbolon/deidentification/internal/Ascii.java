package org.symbolon.deidentification.internal;

import java.nio.charset.StandardCharsets;

/** Bytes as characters one to one, for values of the default repertoire; no byte is lost on the way. */
final class Ascii {
    private Ascii() {}

    static String text(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Without spaces and NULs at both ends. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    static boolean isBlank(byte[] value) {
        for (byte each : value) {
            if (each != ' ' && each != 0) {
                return false;
            }
        }
        return true;
    }
}
