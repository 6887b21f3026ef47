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
}
