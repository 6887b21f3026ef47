package org.symbolon.dicom.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text with escape sequences (PS3.5 6.1.2.5, ISO/IEC 2022). */
public final class CodeExtension {
    private static final byte ESCAPE = 0x1B;
    private static final String TEXT_DELIMITERS = "\\\r\n\f\t";
    private static final String NAME_DELIMITERS = "\\\r\n\f\t^=";

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

    private final List<CodeElement> available = new ArrayList<>();
    private final CodeElement initialG0;
    private final @Nullable CodeElement initialG1;
    private final String delimiters;

    /** The code elements of these defined terms; unknown terms add none. The first term is in force at the beginning. */
    public CodeExtension(List<String> terms, boolean personName) {
        List<CodeElement> first = BY_TERM.getOrDefault(terms.get(0), List.of(CodeElement.ASCII));
        boolean startsInOneByte = !first.get(0).isG1() && first.get(0).width() == 1;
        initialG0 = startsInOneByte ? first.get(0) : CodeElement.ASCII;
        initialG1 = startsInOneByte && first.size() > 1 ? first.get(1) : null;
        available.add(initialG0);
        terms.forEach(term -> available.addAll(BY_TERM.getOrDefault(term, List.of())));
        delimiters = personName ? NAME_DELIMITERS : TEXT_DELIMITERS;
    }

    /** Takes any escape sequence of the standard, announced by a term or not; bytes that mean nothing become U+FFFD. */
    public String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        CodeElement g0 = initialG0;
        CodeElement g1 = initialG1;
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] == ESCAPE) {
                CodeElement element = CodeElement.ofEscape(bytes, at + 1);
                if (element != null) {
                    g0 = element.isG1() ? g0 : element;
                    g1 = element.isG1() ? element : g1;
                    at += 1 + element.escape().length;
                    continue;
                }
            }
            boolean high = bytes[at] < 0;
            if (!high && (g0.width() == 1 || bytes[at] < ' ') && delimiters.indexOf(bytes[at]) >= 0) {
                g0 = initialG0;
                g1 = initialG1;
            }
            CodeElement element = high ? g1 : g0;
            if (element == null) {
                text.append((char) (bytes[at++] & 0xFF));
            } else if (element.width() == 2 && at + 1 < bytes.length && (high || bytes[at] > ' ')) {
                text.append(element.decode(bytes, at));
                at += 2;
            } else if (element.width() == 1) {
                text.append(element.decode(bytes, at++));
            } else {
                text.append((char) (bytes[at++] & 0xFF));
            }
        }
        return text.toString();
    }

    /** Null if a character is in none of the sets. */
    public byte @Nullable [] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * text.length());
        CodeElement g0 = initialG0;
        CodeElement g1 = initialG1;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            String character = text.substring(at, text.offsetByCodePoints(at, 1));
            boolean delimiter = delimiters.contains(character);
            CodeElement element = delimiter ? initialG0 : find(character, g0, g1);
            byte[] code = element == null ? null : element.encode(character);
            if (element == null || code == null) {
                return null;
            }
            if (element != g0 && element != g1) {
                designate(out, element);
            }
            g0 = element.isG1() ? g0 : element;
            g1 = delimiter ? initialG1 : element.isG1() ? element : g1;
            out.writeBytes(code);
        }
        if (g0 != initialG0) {
            designate(out, initialG0);
        }
        return out.toByteArray();
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

    /** What a defined term without code extensions is called when it takes part in one. */
    public static String termOf(String term) {
        return term.startsWith("ISO_IR ") ? "ISO 2022 IR " + term.substring("ISO_IR ".length()) : term;
    }
}
