package org.symbolon.record.internal.v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The character sets of MSH-18 (table 0211), and the loose spellings that senders use. */
final class CharacterSets {
    private static final Pattern ISO_8859 = Pattern.compile("(?:ISO|ISO IR)?[-_ ]?8859[-/_ ]([0-9]{1,2})");
    private static final Pattern WINDOWS = Pattern.compile("(?:WINDOWS|CP|WIN)[-_ ]?(125[0-9])");
    private static final Set<String> UNSAID = Set.of("ASCII", "US-ASCII", "UNICODE", "ISO IR6");
    private static final Set<String> MASKED =
            Set.of("GB18030", "Big5", "Shift_JIS", "windows-31j", "ISO-2022-JP", "ISO-2022-JP-2");
    private static final String UNDEFINED_IN_WINDOWS = "\u0081\u008D\u008F\u0090\u009D";
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("UNICODE UTF-8", "UTF-8"),
            Map.entry("UTF-8", "UTF-8"),
            Map.entry("UTF8", "UTF-8"),
            Map.entry("UNICODE UTF8", "UTF-8"),
            Map.entry("ISO IR14", "JIS_X0201"),
            Map.entry("ISO IR87", "ISO-2022-JP"),
            Map.entry("ISO IR159", "ISO-2022-JP-2"),
            Map.entry("SHIFT_JIS", "windows-31j"),
            Map.entry("SHIFT-JIS", "windows-31j"),
            Map.entry("SJIS", "windows-31j"),
            Map.entry("EUC-JP", "EUC-JP"),
            Map.entry("EUC-KR", "EUC-KR"),
            Map.entry("KOI8-R", "KOI8-R"),
            Map.entry("TIS-620", "TIS-620"),
            Map.entry("KS C 5601", "EUC-KR"),
            Map.entry("BIG5", "Big5"),
            Map.entry("GB 18030-2000", "GB18030"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("KS X 1001", "EUC-KR"),
            Map.entry("CNS 11643-1992", "x-EUC-TW"),
            Map.entry("BIG-5", "Big5"));

    /** Sets that need escape sequences (ISO 2022) beside another one; with them comes a set that has both. */
    private static final Set<String> JAPANESE = Set.of("ISO IR14", "ISO IR87", "ISO IR159");

    private final Bytes content;

    /** What the bytes look like, whatever is declared. */
    private record Bytes(boolean ascii, boolean utf8, boolean escapes, boolean windows) {}

    /** @param bytes all of the file */
    CharacterSets(byte[] bytes) {
        this.content = look(bytes);
    }

    /**
     * The set that a header means. Where nothing, ASCII or a mere "UNICODE" is declared, where UTF-8 is declared of bytes that are
     * none, and where a set of single bytes is declared of bytes that are UTF-8, the bytes decide.
     *
     * @param declared the repetitions of MSH-18
     */
    Charset of(List<String> declared) {
        List<String> names = declared.stream()
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        if (content.escapes && names.stream().anyMatch(JAPANESE::contains)) {
            return Charset.forName("ISO-2022-JP-2");
        }
        for (String name : names) {
            if (!UNSAID.contains(name)) {
                return named(name);
            }
        }
        return content.utf8 ? StandardCharsets.UTF_8 : singleBytes();
    }

    private Charset named(String name) {
        String javaName = javaName(name);
        if (javaName == null || !Charset.isSupported(javaName)) {
            if (content.utf8) {
                return StandardCharsets.UTF_8;
            }
            throw new SymbolonException(ErrorCode.CORRUPT, "MSH-18 declares a character set that cannot be used");
        }
        Charset declared = Charset.forName(javaName);
        if (declared.equals(StandardCharsets.UTF_8)) {
            return content.utf8 ? declared : singleBytes();
        }
        boolean single = javaName.startsWith("ISO-8859") || javaName.startsWith("windows-125");
        return single && content.utf8 && !content.ascii ? StandardCharsets.UTF_8 : declared;
    }

    /** One byte a character, so that words stay whole even where the set is another one. */
    private Charset singleBytes() {
        return content.windows ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
    }

    private static @Nullable String javaName(String name) {
        String known = NAMED.get(name);
        if (known != null) {
            return known;
        }
        Matcher iso = ISO_8859.matcher(name);
        if (iso.matches()) {
            return iso.group(1).equals("11") ? "x-iso-8859-11" : "ISO-8859-" + iso.group(1);
        }
        Matcher windows = WINDOWS.matcher(name);
        return windows.matches() ? "windows-" + windows.group(1) : null;
    }

    private static Bytes look(byte[] bytes) {
        boolean ascii = true;
        boolean escapes = false;
        boolean controls = false;
        boolean undefined = false;
        for (byte b : bytes) {
            if (b < 0) {
                ascii = false;
                controls |= b < (byte) 0xA0;
                undefined |= UNDEFINED_IN_WINDOWS.indexOf((char) (b & 0xFF)) >= 0;
            } else {
                escapes |= b == 0x1B;
            }
        }
        return new Bytes(ascii, ascii || isUtf8(bytes), escapes, controls && !undefined);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether bytes of characters may look like delimiters. */
    static boolean needsMask(Charset charset) {
        return MASKED.contains(charset.name());
    }

    /** Overwrites the bytes of a range that are part of a multi-byte character where they could be mistaken for delimiters. */
    static void mask(byte[] bytes, int from, int to, Charset charset) {
        switch (charset.name()) {
            case "GB18030", "Big5" -> mask(bytes, from, to, false);
            case "Shift_JIS", "windows-31j" -> mask(bytes, from, to, true);
            case "ISO-2022-JP", "ISO-2022-JP-2" -> maskShifts(bytes, from, to);
            default -> {}
        }
    }

    private static void mask(byte[] copy, int from, int to, boolean halfWidth) {
        for (int i = from; i + 1 < to; i++) {
            int value = copy[i] & 0xFF;
            boolean single = value < 0x81 || (halfWidth && value >= 0xA0 && value < 0xE0);
            if (!single && copy[i + 1] != '\r' && copy[i + 1] != '\n') {
                copy[++i] = (byte) 0x80;
            }
        }
    }

    /** Two-byte sets run from {@code ESC $} to the next {@code ESC (} or the end of the line. */
    private static void maskShifts(byte[] copy, int from, int to) {
        boolean twoBytes = false;
        for (int i = from; i < to; i++) {
            if (copy[i] == 0x1B && i + 2 < to) {
                twoBytes = copy[i + 1] == '$';
                int length = twoBytes && copy[i + 2] == '(' ? 4 : 3;
                for (int end = Math.min(i + length, to); i < end; i++) {
                    copy[i] = (byte) 0x80;
                }
                i--;
            } else if (Delimiters.isLineBreak(copy[i])) {
                twoBytes = false;
            } else if (twoBytes) {
                copy[i] = (byte) 0x80;
            }
        }
    }
}
