package org.symbolon.record.internal.fhir;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A decoded value that knows the byte at which each of its characters stands. */
final class FhirText {
    private final String text;
    private final int start;
    private final int @Nullable [] offsets;

    private FhirText(String text, int start, int @Nullable [] offsets) {
        this.text = text;
        this.start = start;
        this.offsets = offsets;
    }

    /** One byte a character. */
    static FhirText plain(String text, int start) {
        return new FhirText(text, start, null);
    }

    /** @param offsets of each character and of the end */
    static FhirText mapped(String text, int[] offsets) {
        return new FhirText(text, 0, offsets);
    }

    /** A value whose characters cannot be told apart. */
    static FhirText whole(String text, int start, int end) {
        return new FhirText(text, 0, new int[] {start, end});
    }

    String text() {
        return text;
    }

    /** Whether parts of it have offsets of their own. */
    boolean isDivisible() {
        return offsets == null || offsets.length > text.length();
    }

    /** Of the character of that index, or of the end. */
    int offset(int character) {
        return offsets == null ? start + character : offsets[character];
    }

    /** The text in UTF-8 and, for each of its bytes and the end, the offset in the record. */
    Utf8 utf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int[] origins = new int[text.length() * 3 + 1];
        for (int i = 0; i < text.length(); ) {
            int width = Character.charCount(text.codePointAt(i));
            byte[] encoded = text.substring(i, i + width).getBytes(StandardCharsets.UTF_8);
            for (byte b : encoded) {
                origins[bytes.size()] = offset(i);
                bytes.write(b);
            }
            i += width;
        }
        origins[bytes.size()] = offset(text.length());
        return new Utf8(bytes.toByteArray(), Arrays.copyOf(origins, bytes.size() + 1));
    }

    /** The same in UTF-8. */
    static final class Utf8 {
        private final byte[] bytes;
        private final int[] origins;

        private Utf8(byte[] bytes, int[] origins) {
            this.bytes = bytes;
            this.origins = origins;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Where in the record that byte, or the end, stands. */
        int origin(int offset) {
            return origins[offset];
        }
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return text.length() + " characters at " + offset(0);
    }
}
