package org.symbolon.record.internal.v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The character sets of MSH-18 (table 0211), and the loose spellings that senders use. */
final class CharacterSets {
    private static final Pattern ISO_8859 = Pattern.compile("(?:ISO|ISO IR)?[-_ ]?8859[-/_ ]([0-9]{1,2})");
    private static final Pattern WINDOWS = Pattern.compile("(?:WINDOWS|CP|WIN)[-_ ]?(125[0-9])");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("UNICODE UTF-8", "UTF-8"),
            Map.entry("UTF-8", "UTF-8"),
            Map.entry("UTF8", "UTF-8"),
            Map.entry("UNICODE UTF8", "UTF-8"),
            Map.entry("ISO IR6", "US-ASCII"),
            Map.entry("ISO IR14", "JIS_X0201"),
            Map.entry("ISO IR87", "ISO-2022-JP"),
            Map.entry("ISO IR159", "ISO-2022-JP-2"),
            Map.entry("SHIFT_JIS", "Shift_JIS"),
            Map.entry("GB 18030-2000", "GB18030"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("KS X 1001", "EUC-KR"),
            Map.entry("CNS 11643-1992", "x-EUC-TW"),
            Map.entry("BIG-5", "Big5"));

    private final boolean utf8;

    /** @param bytes all of the file */
    CharacterSets(byte[] bytes) {
        this.utf8 = isUtf8(bytes);
    }

    /**
     * The set that the name means. Where nothing, ASCII or a mere "UNICODE" is declared, the bytes are UTF-8 if they can be, else
     * ISO 8859-1.
     */
    Charset of(String declared) {
        String name = declared.strip().toUpperCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("ASCII") || name.equals("US-ASCII") || name.equals("UNICODE")) {
            return utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        }
        String javaName = javaName(name);
        if (javaName != null && Charset.isSupported(javaName)) {
            return Charset.forName(javaName);
        }
        if (utf8) {
            return StandardCharsets.UTF_8;
        }
        throw new SymbolonException(ErrorCode.CORRUPT, "MSH-18 declares a character set that cannot be used");
    }

    private static @Nullable String javaName(String name) {
        Matcher iso = ISO_8859.matcher(name);
        if (iso.matches()) {
            return "ISO-8859-" + iso.group(1);
        }
        Matcher windows = WINDOWS.matcher(name);
        return windows.matches() ? "windows-" + windows.group(1) : NAMED.get(name);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * The same bytes, with those that are part of a multi-byte character overwritten where they could be mistaken for delimiters;
     * the array itself where that cannot happen.
     */
    static byte[] masked(byte[] bytes, Charset charset) {
        return switch (charset.name()) {
            case "GB18030", "Big5" -> masked(bytes, false);
            case "Shift_JIS" -> masked(bytes, true);
            case "ISO-2022-JP", "ISO-2022-JP-2" -> maskedShifts(bytes);
            default -> bytes;
        };
    }

    private static byte[] masked(byte[] bytes, boolean halfWidth) {
        byte[] copy = bytes.clone();
        for (int i = 0; i + 1 < copy.length; i++) {
            int value = copy[i] & 0xFF;
            boolean single = value < 0x81 || (halfWidth && value >= 0xA0 && value < 0xE0);
            if (!single && copy[i + 1] != '\r' && copy[i + 1] != '\n') {
                copy[++i] = (byte) 0x80;
            }
        }
        return copy;
    }

    /** Two-byte sets run from {@code ESC $} to the next {@code ESC (} or the end of the line. */
    private static byte[] maskedShifts(byte[] bytes) {
        byte[] copy = bytes.clone();
        boolean twoBytes = false;
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == 0x1B && i + 2 < copy.length) {
                twoBytes = copy[i + 1] == '$';
                int length = twoBytes && copy[i + 2] == '(' ? 4 : 3;
                for (int end = Math.min(i + length, copy.length); i < end; i++) {
                    copy[i] = (byte) 0x80;
                }
                i--;
            } else if (Delimiters.isLineBreak(copy[i])) {
                twoBytes = false;
            } else if (twoBytes) {
                copy[i] = (byte) 0x80;
            }
        }
        return copy;
    }
}
