package org.symbolon.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.CodeExtension;

/**
 * Text values as bytes and back, by the defined terms of Specific Character Set (0008,0005) (PS3.3 C.12.1.1.2, PS3.5 6.1).
 * Terms that are written a little wrong ({@code ISO-IR 100}) are understood; with none, or an unknown one, bytes are
 * taken for ISO 8859-1, so that no value is lost.
 */
public final class CharacterSets {
    private static final Pattern TERM = Pattern.compile("ISO[ _-]?(2022[ _-]?)?IR[ _-]?(\\d+)");

    private static final Map<String, Charset> WITHOUT_CODE_EXTENSIONS = Map.ofEntries(
            Map.entry("ISO_IR 6", StandardCharsets.ISO_8859_1),
            Map.entry("ISO_IR 100", StandardCharsets.ISO_8859_1),
            Map.entry("ISO_IR 101", Charset.forName("ISO-8859-2")),
            Map.entry("ISO_IR 109", Charset.forName("ISO-8859-3")),
            Map.entry("ISO_IR 110", Charset.forName("ISO-8859-4")),
            Map.entry("ISO_IR 144", Charset.forName("ISO-8859-5")),
            Map.entry("ISO_IR 127", Charset.forName("ISO-8859-6")),
            Map.entry("ISO_IR 126", Charset.forName("ISO-8859-7")),
            Map.entry("ISO_IR 138", Charset.forName("ISO-8859-8")),
            Map.entry("ISO_IR 148", Charset.forName("ISO-8859-9")),
            Map.entry("ISO_IR 203", Charset.forName("ISO-8859-15")),
            Map.entry("ISO_IR 166", Charset.forName("TIS-620")),
            Map.entry("ISO_IR 192", StandardCharsets.UTF_8),
            Map.entry("GB18030", Charset.forName("GB18030")),
            Map.entry("GBK", Charset.forName("GBK")));

    private CharacterSets() {}

    /** The defined terms in a value of (0008,0005), in their regular spelling. */
    public static List<String> terms(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        List<String> terms = new ArrayList<>();
        for (String term : text.split("\\\\", -1)) {
            terms.add(regular(term));
        }
        boolean none = terms.stream().allMatch(String::isEmpty);
        return none ? List.of() : List.copyOf(terms);
    }

    /** The text of a value, padding included. Never fails: bytes that mean nothing become U+FFFD. */
    public static String decode(byte[] value, Vr vr, List<String> specificCharacterSet) {
        boolean plain = !vr.usesSpecificCharacterSet() && vr != Vr.UN;
        if (plain || specificCharacterSet.isEmpty()) {
            return new String(value, StandardCharsets.ISO_8859_1);
        }
        Charset single = single(specificCharacterSet);
        return single == null
                ? new CodeExtension(extended(specificCharacterSet), vr == Vr.PN).decode(value)
                : new String(value, single);
    }

    /**
     * The bytes of a text, without padding.
     *
     * @throws IllegalArgumentException if a character is in none of the sets
     */
    public static byte[] encode(String text, Vr vr, List<String> specificCharacterSet) {
        if (!vr.usesSpecificCharacterSet() || specificCharacterSet.isEmpty()) {
            return encode(text, StandardCharsets.ISO_8859_1);
        }
        Charset single = single(specificCharacterSet);
        if (single != null) {
            return encode(text, single);
        }
        byte[] bytes = new CodeExtension(extended(specificCharacterSet), vr == Vr.PN).encode(text);
        if (bytes == null) {
            throw notInCharacterSet();
        }
        return bytes;
    }

    private static byte[] encode(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException e) {
            throw notInCharacterSet();
        }
    }

    private static IllegalArgumentException notInCharacterSet() {
        return new IllegalArgumentException("A character is not in the Specific Character Set");
    }

    private static @Nullable Charset single(List<String> terms) {
        String term = regular(terms.get(0));
        boolean multiByteAlone = term.equals("ISO_IR 192") || term.startsWith("GB");
        return terms.size() == 1 || multiByteAlone ? WITHOUT_CODE_EXTENSIONS.get(term) : null;
    }

    private static List<String> extended(List<String> terms) {
        return terms.stream()
                .map(term -> term.isEmpty() ? "ISO 2022 IR 6" : CodeExtension.termOf(regular(term)))
                .toList();
    }

    private static String regular(String term) {
        String trimmed = term.strip().toUpperCase(Locale.ROOT);
        Matcher matcher = TERM.matcher(trimmed);
        if (!matcher.matches()) {
            return trimmed;
        }
        return (matcher.group(1) == null ? "ISO_IR " : "ISO 2022 IR ") + matcher.group(2);
    }
}
