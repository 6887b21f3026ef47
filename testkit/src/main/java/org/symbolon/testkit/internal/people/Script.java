package org.symbolon.testkit.internal.people;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A language of names with the Specific Character Set (0008,0005) its clinics use. */
public enum Script {
    LITHUANIAN("UTF-8", "ISO_IR 192"),
    POLISH("ISO-8859-2", "ISO_IR 101"),
    LATVIAN("ISO-8859-4", "ISO_IR 110"),
    RUSSIAN("ISO-8859-5", "ISO_IR 144"),
    JAPANESE("ISO-2022-JP", "", "ISO 2022 IR 87"),
    KOREAN("EUC-KR", "", "ISO 2022 IR 149"),
    CHINESE("GB18030", "GB18030"),
    GREEK("ISO-8859-7", "ISO_IR 126"),
    HEBREW("ISO-8859-8", "ISO_IR 138"),
    ARABIC("ISO-8859-6", "ISO_IR 127"),
    ENGLISH("US-ASCII"),
    GERMAN("ISO-8859-1", "ISO_IR 100");

    private final Charset charset;
    private final List<String> specificCharacterSet;

    Script(String charset, String... specificCharacterSet) {
        this.charset = Charset.forName(charset);
        this.specificCharacterSet = List.of(specificCharacterSet);
    }

    /** The values of Specific Character Set; empty where the attribute is absent. */
    public List<String> specificCharacterSet() {
        return specificCharacterSet;
    }

    /** Whether names have an alphabetic, an ideographic and perhaps a phonetic group (PS3.5 6.2.1.2). */
    public boolean hasComponentGroups() {
        return this == JAPANESE || this == KOREAN || this == CHINESE;
    }

    public boolean writes(String text) {
        return charset.newEncoder().canEncode(text);
    }

    /**
     * The bytes of a text in a data set; ISO 2022 escapes stand around every run, none is left open.
     *
     * @throws IllegalArgumentException if the character set lacks a character
     */
    public byte[] bytes(String text) {
        if (!writes(text)) {
            throw new IllegalArgumentException("The character set cannot write this text");
        }
        if (this == KOREAN && !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            byte[] encoded = text.getBytes(charset);
            byte[] escaped = new byte[encoded.length + 4];
            escaped[0] = 0x1B;
            escaped[1] = '$';
            escaped[2] = ')';
            escaped[3] = 'C';
            System.arraycopy(encoded, 0, escaped, 4, encoded.length);
            return escaped;
        }
        return text.getBytes(charset);
    }

    /** The bytes of a text without ISO 2022 escapes: a part of every way to write it inside a longer value. */
    public byte[] bareBytes(String text) {
        byte[] encoded = text.getBytes(charset);
        return this == JAPANESE ? withoutEscapes(encoded) : encoded;
    }

    private static byte[] withoutEscapes(byte[] encoded) {
        byte[] bare = new byte[encoded.length];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == 0x1B) {
                i += 2;
            } else {
                bare[length++] = encoded[i];
            }
        }
        return Arrays.copyOf(bare, length);
    }
}
