package org.symbolon.record.internal.fhir;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds the byte of each character of an attribute value. */
final class XmlValue {
    private XmlValue() {}

    /** One that cannot be divided where bytes and characters do not run side by side, as in UTF-16 and with broken bytes. */
    static FhirText locate(byte[] bytes, int from, int to, String value, Charset charset) {
        int[] offsets = new int[value.length() + 1];
        int character = 0;
        int at = from;
        while (at < to && character < value.length()) {
            int width = Character.charCount(value.codePointAt(character));
            int next = at + length(bytes, at, to, charset);
            boolean same = bytes[at] == '&' || bytes[at] < 0 || bytes[at] == value.charAt(character);
            if (!same || next > to) {
                break;
            }
            for (int i = 0; i < width; i++) {
                offsets[character + i] = at;
            }
            character += width;
            at = next;
        }
        if (at != to || character != value.length()) {
            return FhirText.whole(value, from, to);
        }
        offsets[character] = to;
        return FhirText.mapped(value, offsets);
    }

    /** Bytes of the character, or of the reference, that begins here. */
    private static int length(byte[] bytes, int at, int to, Charset charset) {
        if (bytes[at] == '&') {
            int end = at;
            while (end < to && bytes[end] != ';') {
                end++;
            }
            return end - at + 1;
        }
        boolean many = bytes[at] < 0 && charset.equals(StandardCharsets.UTF_8);
        int lead = bytes[at] & 0xFF;
        return !many || lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
}
