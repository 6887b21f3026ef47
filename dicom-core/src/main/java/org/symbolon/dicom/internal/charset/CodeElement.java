package org.symbolon.dicom.internal.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The character sets that an escape sequence can switch to (PS3.3 tables C.12-3 and C.12-4). G0 is what bytes below 80
 * mean, G1 what the others mean.
 */
enum CodeElement {
    ASCII(false, 1, "(B", "US-ASCII"),
    /** Has a yen sign for the backslash and an overline for the tilde. */
    ROMAJI(false, 1, "(J", "JIS_X0201"),
    LATIN_1(true, 1, "-A", "ISO-8859-1"),
    LATIN_2(true, 1, "-B", "ISO-8859-2"),
    LATIN_3(true, 1, "-C", "ISO-8859-3"),
    LATIN_4(true, 1, "-D", "ISO-8859-4"),
    CYRILLIC(true, 1, "-L", "ISO-8859-5"),
    ARABIC(true, 1, "-G", "ISO-8859-6"),
    GREEK(true, 1, "-F", "ISO-8859-7"),
    HEBREW(true, 1, "-H", "ISO-8859-8"),
    LATIN_5(true, 1, "-M", "ISO-8859-9"),
    LATIN_9(true, 1, "-b", "ISO-8859-15"),
    THAI(true, 1, "-T", "TIS-620"),
    KATAKANA(true, 1, ")I", "JIS_X0201"),
    JIS_X_0208(false, 2, "$B", "EUC-JP"),
    JIS_X_0212(false, 2, "$(D", "EUC-JP"),
    KS_X_1001(true, 2, "$)C", "EUC-KR"),
    GB_2312(true, 2, "$)A", "GB2312");

    /** In EUC-JP the byte that announces a character of JIS X 0212. */
    private static final int EUC_SINGLE_SHIFT_3 = 0x8F;

    /** Sets of two bytes have 94 rows of 94 characters, from 2121 on. */
    private static final int CODES = 94;

    private static final int FIRST_CODE = 0x21;

    private final boolean g1;
    private final int width;
    private final byte[] escape;
    private final Charset charset;
    /** What each byte means, for sets of one byte; null where it means nothing. */
    private final @Nullable String[] characters;

    private volatile @Nullable Pairs pairs;

    CodeElement(boolean g1, int width, String escape, String charset) {
        this.g1 = g1;
        this.width = width;
        this.escape = escape.getBytes(StandardCharsets.US_ASCII);
        this.charset = Charset.forName(charset);
        this.characters = new @Nullable String[256];
        for (int i = 0; width == 1 && i < characters.length; i++) {
            String character = new String(new byte[] {(byte) i}, this.charset);
            characters[i] = character.equals("\uFFFD") ? null : character;
        }
        if (name().equals("ROMAJI")) {
            // The JDK's charset has ASCII's characters there, JIS X 0201 has these.
            characters['\\'] = "\u00A5";
            characters['~'] = "\u203E";
        }
    }

    /** The one that these bytes behind ESC stand for; null if none. */
    static @Nullable CodeElement ofEscape(byte[] bytes, int at) {
        for (CodeElement element : values()) {
            int end = at + element.escape.length;
            if (end <= bytes.length && Arrays.equals(bytes, at, end, element.escape, 0, element.escape.length)) {
                return element;
            }
        }
        return null;
    }

    boolean isG1() {
        return g1;
    }

    /** Bytes a character. */
    int width() {
        return width;
    }

    /** The bytes behind ESC. */
    byte[] escape() {
        return escape;
    }

    /** The character of these bytes, {@link #width} of them; the replacement character if there is none. */
    String decode(byte[] bytes, int at) {
        if (width == 1) {
            String character = characters[bytes[at] & 0xFF];
            return character == null ? "\uFFFD" : character;
        }
        int lead = (bytes[at] & 0x7F) - FIRST_CODE;
        int trail = (bytes[at + 1] & 0x7F) - FIRST_CODE;
        boolean code = lead >= 0 && lead < CODES && trail >= 0 && trail < CODES;
        return code ? String.valueOf(pairs().characters()[lead * CODES + trail]) : "\uFFFD";
    }

    /** The bytes of the character, null if it is not in this set. */
    byte @Nullable [] encode(String character) {
        if (width == 1) {
            return encodeOneByte(character);
        }
        Integer index = character.length() == 1 ? pairs().codes().get(character.charAt(0)) : null;
        if (index == null) {
            return null;
        }
        int high = g1 ? 0x80 : 0;
        return new byte[] {(byte) (index / CODES + FIRST_CODE + high), (byte) (index % CODES + FIRST_CODE + high)};
    }

    /** The table of a set of two bytes, made when it is first asked for. */
    private Pairs pairs() {
        Pairs made = pairs;
        if (made == null) {
            made = Pairs.of(this);
            pairs = made;
        }
        return made;
    }

    /** The characters of a set of two bytes by code, U+FFFD where there is none, and the codes by character. */
    private static final class Pairs {
        private final char[] characters = new char[CODES * CODES];
        private final Map<Character, Integer> codes = new HashMap<>();

        static Pairs of(CodeElement element) {
            Pairs pairs = new Pairs();
            for (int index = 0; index < CODES * CODES; index++) {
                byte lead = (byte) (index / CODES + FIRST_CODE + 0x80);
                byte trail = (byte) (index % CODES + FIRST_CODE + 0x80);
                byte[] code = element == JIS_X_0212
                        ? new byte[] {(byte) EUC_SINGLE_SHIFT_3, lead, trail}
                        : new byte[] {lead, trail};
                String text = new String(code, element.charset);
                boolean known = text.length() == 1 && text.charAt(0) != '\uFFFD';
                pairs.characters[index] = known ? text.charAt(0) : '\uFFFD';
                if (known) {
                    pairs.codes.putIfAbsent(text.charAt(0), index);
                }
            }
            return pairs;
        }

        char[] characters() {
            return characters;
        }

        Map<Character, Integer> codes() {
            return codes;
        }
    }

    private byte @Nullable [] encodeOneByte(String character) {
        int from = g1 ? 0x80 : 0;
        for (int i = from; i < from + 0x80; i++) {
            if (character.equals(characters[i])) {
                return new byte[] {(byte) i};
            }
        }
        // Where the yen sign stands, Japanese writers mean a backslash just as often; so with overline and tilde.
        if (this == ROMAJI && (character.equals("\\") || character.equals("~"))) {
            return character.getBytes(StandardCharsets.US_ASCII);
        }
        return null;
    }
}
