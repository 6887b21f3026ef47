package org.symbolon.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.internal.charset.Repertoire;
import org.symbolon.dicom.internal.charset.Terms;

/**
 * Text values as bytes and back, by the defined terms of Specific Character Set (0008,0005) (PS3.3 C.12.1.1.2, PS3.5 6.1):
 * sets of one byte, code extensions with sets of one and two bytes (ISO 2022), UTF-8, GB18030 and GBK. Which VRs depend on
 * it, {@link Vr#usesSpecificCharacterSet} tells.
 *
 * <p>A value is decoded as a whole and parted at backslashes afterwards, since 5C may be half of a character. In JIS X 0201
 * 5C is a yen sign, and 7E an overline; where it parts values it comes as the backslash it then is.
 *
 * <p>Terms that are written a little wrong ({@code ISO-IR 100}, {@code UTF-8}) are understood; with none, or an unknown
 * one, bytes are taken for ISO 8859-1, so that no value is lost. {@link #faults} tells what is wrong. Escape sequences of
 * the standard are understood even if no term announces them, Shift JIS where {@code ISO_IR 13} says JIS X 0201.
 */
public final class CharacterSets {
    private CharacterSets() {}

    /** The defined terms in a value of (0008,0005), in their regular spelling. */
    public static List<String> terms(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        List<String> terms = new ArrayList<>();
        for (String term : text.split("\\\\", -1)) {
            terms.add(Terms.regular(term));
        }
        boolean none = terms.stream().allMatch(String::isEmpty);
        return none ? List.of() : List.copyOf(terms);
    }

    /** What is wrong with a value of (0008,0005), as rules of PS3.3 C.12.1.1.2; never the value itself. Empty if nothing is. */
    public static List<String> faults(byte[] value) {
        List<String> terms = terms(value);
        Set<String> faults = new LinkedHashSet<>();
        String written = new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        String[] spellings = written.split("\\\\", -1);
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            boolean emptyFirst = i == 0 && term.isEmpty();
            if (!emptyFirst && !Terms.isDefined(term)) {
                faults.add("A character set that is no defined term");
            } else if (!term.equals(spellings[i].strip())) {
                faults.add("A character set that is not spelt as its defined term");
            } else if (terms.size() > 1 && Terms.isMultiByteAlone(term)) {
                faults.add("A character set that excludes code extensions among others");
            } else if (terms.size() > 1 && term.startsWith("ISO_IR ")) {
                faults.add("A character set without code extensions among others");
            } else if (terms.size() == 1 && isTwoBytes(term)) {
                faults.add("A character set of code extensions alone");
            }
        }
        return List.copyOf(faults);
    }

    /** The text of a value, padding included. Never fails: bytes that mean nothing become U+FFFD. */
    public static String decode(byte[] value, Vr vr, List<String> specificCharacterSet) {
        if (isPlain(vr, specificCharacterSet)) {
            return new String(value, StandardCharsets.ISO_8859_1);
        }
        return Repertoire.of(specificCharacterSet).decode(value, vr);
    }

    /**
     * The bytes of a text, without padding.
     *
     * @throws IllegalArgumentException if a character is in none of the sets
     */
    public static byte[] encode(String text, Vr vr, List<String> specificCharacterSet) {
        boolean plain = isPlain(vr, specificCharacterSet);
        byte[] bytes = Repertoire.of(plain ? List.of() : specificCharacterSet).encode(text, vr);
        if (bytes == null) {
            throw new IllegalArgumentException("A character is not in the Specific Character Set");
        }
        return bytes;
    }

    /** Whether the sets do not count; in UN, which may hold text of any VR, they do. */
    private static boolean isPlain(Vr vr, List<String> specificCharacterSet) {
        return specificCharacterSet.isEmpty() || (!vr.usesSpecificCharacterSet() && vr != Vr.UN);
    }

    private static boolean isTwoBytes(String term) {
        return switch (term) {
            case "ISO 2022 IR 87", "ISO 2022 IR 159", "ISO 2022 IR 149", "ISO 2022 IR 58" -> true;
            default -> false;
        };
    }
}
