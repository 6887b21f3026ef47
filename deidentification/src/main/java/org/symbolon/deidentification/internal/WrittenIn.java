package org.symbolon.deidentification.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The character sets that a value is written in. Specific Character Set (0008,0005) says so, but a declaration that cannot be true
 * does not count: UTF-8 of bytes that are none, and sets of European letters of bytes that are UTF-8. Chinese that no escape sequence
 * announces, as some writers leave it, is Chinese all the same.
 */
final class WrittenIn {
    private static final List<String> UTF_8 = List.of("ISO_IR 192");
    private static final List<String> LATIN_1 = List.of("ISO_IR 100");
    private static final List<String> CHINESE = List.of("GBK");
    private static final int FIRST_OF_PAIRS = 0xA1;
    private static final byte ESCAPE = 0x1B;

    private WrittenIn() {}

    static List<String> of(byte[] value, List<String> declared) {
        if (!hasForeignBytes(value)) {
            return declared;
        }
        if (declared.equals(UTF_8)) {
            return isUtf8(value) ? declared : LATIN_1;
        }
        if (declared.contains("ISO 2022 IR 58") && isInPairs(value)) {
            return CHINESE;
        }
        return areOfOneByte(declared) && isUtf8(value) ? UTF_8 : declared;
    }

    /** Bytes beyond ASCII, and no escape sequence, which would say more than any guess. */
    private static boolean hasForeignBytes(byte[] value) {
        boolean foreign = false;
        for (byte one : value) {
            if (one == ESCAPE) {
                return false;
            }
            foreign |= one < 0;
        }
        return foreign;
    }

    /** Not the Japanese set: two of its half-width kana are often one character of UTF-8. */
    private static boolean areOfOneByte(List<String> declared) {
        return declared.stream().noneMatch(term -> switch (term) {
            case "ISO_IR 13", "ISO 2022 IR 13", "ISO_IR 192", "GB18030", "GBK" -> true;
            case "ISO 2022 IR 87", "ISO 2022 IR 159", "ISO 2022 IR 149", "ISO 2022 IR 58" -> true;
            default -> false;
        });
    }

    /** As GB 2312 has them; UTF-8 of Chinese has bytes below. */
    private static boolean isInPairs(byte[] value) {
        for (int i = 0; i < value.length; i++) {
            if (value[i] < 0) {
                boolean pair = i + 1 < value.length
                        && (value[i] & 0xFF) >= FIRST_OF_PAIRS
                        && (value[i + 1] & 0xFF) >= FIRST_OF_PAIRS;
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] value) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            return true;
        } catch (CharacterCodingException noUtf8) {
            return false;
        }
    }
}
