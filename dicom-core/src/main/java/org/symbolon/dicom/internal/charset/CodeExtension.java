package org.symbolon.dicom.internal.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Vr;

/** Text with escape sequences (PS3.5 6.1.2.5, ISO/IEC 2022). */
final class CodeExtension {
    private static final byte ESCAPE = 0x1B;
    /** Where the initial character sets are in force again (PS3.5 6.1.2.5.3). */
    private static final String LINE_DELIMITERS = "\r\n\f\t";

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private static final Map<String, List<CodeElement>> BY_TERM = Map.ofEntries(
            Map.entry("ISO 2022 IR 6", List.of(CodeElement.ASCII)),
            Map.entry("ISO 2022 IR 100", List.of(CodeElement.ASCII, CodeElement.LATIN_1)),
            Map.entry("ISO 2022 IR 101", List.of(CodeElement.ASCII, CodeElement.LATIN_2)),
            Map.entry("ISO 2022 IR 109", List.of(CodeElement.ASCII, CodeElement.LATIN_3)),
            Map.entry("ISO 2022 IR 110", List.of(CodeElement.ASCII, CodeElement.LATIN_4)),
            Map.entry("ISO 2022 IR 144", List.of(CodeElement.ASCII, CodeElement.CYRILLIC)),
            Map.entry("ISO 2022 IR 127", List.of(CodeElement.ASCII, CodeElement.ARABIC)),
            Map.entry("ISO 2022 IR 126", List.of(CodeElement.ASCII, CodeElement.GREEK)),
            Map.entry("ISO 2022 IR 138", List.of(CodeElement.ASCII, CodeElement.HEBREW)),
            Map.entry("ISO 2022 IR 148", List.of(CodeElement.ASCII, CodeElement.LATIN_5)),
            Map.entry("ISO 2022 IR 203", List.of(CodeElement.ASCII, CodeElement.LATIN_9)),
            Map.entry("ISO 2022 IR 166", List.of(CodeElement.ASCII, CodeElement.THAI)),
            Map.entry("ISO 2022 IR 13", List.of(CodeElement.ROMAJI, CodeElement.KATAKANA)),
            Map.entry("ISO 2022 IR 87", List.of(CodeElement.JIS_X_0208)),
            Map.entry("ISO 2022 IR 159", List.of(CodeElement.JIS_X_0212)),
            Map.entry("ISO 2022 IR 149", List.of(CodeElement.KS_X_1001)),
            Map.entry("ISO 2022 IR 58", List.of(CodeElement.GB_2312)));

    private final CodeElement initialG0;
    private final @Nullable CodeElement initialG1;
    /** Real writers leave out the escape sequence where the only set is one of two bytes. */
    private final @Nullable CodeElement initialG1ToRead;

    private final Set<CodeElement> available = new LinkedHashSet<>();
    private final String delimiters;
    private final boolean backslashDelimits;

    /** The terms are in their regular spelling for code extensions; the first says what is in force at the beginning. */
    CodeExtension(List<String> terms, Vr vr) {
        List<CodeElement> first = BY_TERM.getOrDefault(terms.get(0), List.of(CodeElement.ASCII));
        CodeElement leading = first.get(0);
        boolean startsInOneByte = !leading.isG1() && leading.width() == 1;
        initialG0 = startsInOneByte ? leading : CodeElement.ASCII;
        initialG1 = startsInOneByte && first.size() > 1 ? first.get(1) : null;
        initialG1ToRead = leading.isG1() ? leading : initialG1;
        available.add(initialG0);
        terms.forEach(term -> available.addAll(BY_TERM.getOrDefault(term, List.of())));
        backslashDelimits = vr.isMultiValued() || vr == Vr.UN;
        delimiters = LINE_DELIMITERS + (backslashDelimits ? "\\" : "") + (vr == Vr.PN ? "^=" : "");
    }

    static boolean isDefined(String term) {
        return BY_TERM.containsKey(term);
    }

    /** Takes any escape sequence of the standard, announced by a term or not; bytes that mean nothing become U+FFFD. */
    String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        CodeElement g0 = initialG0;
        CodeElement g1 = initialG1ToRead;
        int at = 0;
        while (at < bytes.length) {
            CodeElement switched = bytes[at] == ESCAPE ? CodeElement.ofEscape(bytes, at + 1) : null;
            if (switched != null) {
                g0 = switched.isG1() ? g0 : switched;
                g1 = switched.isG1() ? switched : g1;
                at += 1 + switched.escape().length;
                continue;
            }
            if (isDelimiter(bytes[at], g0)) {
                g0 = initialG0;
                g1 = initialG1ToRead;
                text.append((char) bytes[at++]);
            } else {
                at += append(text, bytes, at, bytes[at] < 0 ? g1 : g0);
            }
        }
        return text.toString();
    }

    /** In a set of two bytes what looks like a delimiter may be half a character; control characters never are. */
    private boolean isDelimiter(byte b, CodeElement g0) {
        return b >= 0 && (g0.width() == 1 || b < ' ') && delimiters.indexOf(b) >= 0;
    }

    /** Tells how many bytes the character took. */
    private static int append(StringBuilder text, byte[] bytes, int at, @Nullable CodeElement element) {
        boolean pair = at + 1 < bytes.length;
        if (element == CodeElement.KATAKANA && pair && isShiftJis(bytes[at], bytes[at + 1])) {
            text.append(new String(bytes, at, 2, SHIFT_JIS));
            return 2;
        }
        boolean cut = element != null && element.width() == 2 && !(pair && isPair(bytes[at], bytes[at + 1]));
        if (element == null || cut) {
            text.append((char) (bytes[at] & 0xFF));
            return 1;
        }
        text.append(element.decode(bytes, at));
        return element.width();
    }

    /** Both halves of a character are in G0 or both in G1, and neither is a control character or a space. */
    private static boolean isPair(byte first, byte second) {
        return (first < 0) == (second < 0) && (first & 0x7F) > ' ' && (second & 0x7F) > ' ';
    }

    /** Whether bytes that JIS X 0201 leaves undefined are a character of Shift JIS, which some writers mean by ISO_IR 13. */
    private static boolean isShiftJis(byte first, byte second) {
        int lead = first & 0xFF;
        int trail = second & 0xFF;
        boolean leads = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
        return leads && trail >= 0x40 && trail <= 0xFC && trail != 0x7F;
    }

    /**
     * Null if a character is in none of the sets. More escape sequences are written than the standard asks for,
     * since common readers take one to end what the one before it said, even if the one is for G0 and the other for G1.
     */
    byte @Nullable [] encode(String text) {
        if (text.indexOf(ESCAPE) >= 0) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * text.length());
        CodeElement g0 = initialG0;
        CodeElement g1 = initialG1;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            String character = text.substring(at, text.offsetByCodePoints(at, 1));
            boolean delimiter = delimiters.contains(character);
            CodeElement element = delimiter ? initialG0 : find(character, g0, g1);
            byte[] code = element == null ? null : element.encode(character);
            boolean ambiguous = code != null && backslashDelimits && !delimiter && isBackslash(code);
            if (element == null || code == null || ambiguous) {
                return null;
            }
            if (element != g0 && element != g1) {
                if (element.isG1() && g0.width() > 1) {
                    designate(out, initialG0);
                    g0 = initialG0;
                }
                designate(out, element);
            }
            CodeElement left = element == g0 || element == g1 ? g1 : null;
            g0 = element.isG1() ? g0 : element;
            g1 = delimiter ? initialG1 : element.isG1() ? element : left;
            out.writeBytes(code);
        }
        if (g0 != initialG0) {
            designate(out, initialG0);
        }
        return out.toByteArray();
    }

    /** A yen sign would part the value where there may be several (PS3.18 F.2.4). */
    private static boolean isBackslash(byte[] code) {
        return code.length == 1 && code[0] == '\\';
    }

    private @Nullable CodeElement find(String character, CodeElement g0, @Nullable CodeElement g1) {
        if (g0.encode(character) != null) {
            return g0;
        }
        if (g1 != null && g1.encode(character) != null) {
            return g1;
        }
        return available.stream()
                .filter(element -> element.encode(character) != null)
                .findFirst()
                .orElse(null);
    }

    private static void designate(ByteArrayOutputStream out, CodeElement element) {
        out.write(ESCAPE);
        out.writeBytes(element.escape());
    }
}
