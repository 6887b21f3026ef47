package org.symbolon.deidentification.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Texts that are cleaned, and values that a profile writes. */
final class TextValues {
    private TextValues() {}

    /** The text without what tells who it is. What is no free text is treated by the rule's second choice. */
    static Replacement cleaned(Rule rule, Element element, IdentityAttributes identity) {
        Vr vr = element.meaning() == Vr.UN ? Vr.LT : element.meaning();
        return switch (vr) {
            case LO, LT, SH, ST, UC, UT ->
                substitutes -> {
                    byte[] cleaned = cleaned(element, vr, substitutes);
                    return cleaned == null || cleaned.length > 0
                            ? cleaned
                            : Replacements.fallback(rule, element, identity).bytes(substitutes);
                };
            case AE, CS ->
                substitutes -> {
                    // A code string has no room for a placeholder.
                    String text = Ascii.trim(element.text());
                    return substitutes.cleaned(text, vr).equals(text)
                            ? null
                            : Replacements.fallback(rule, element, identity).bytes(substitutes);
                };
            default -> Replacements.fallback(rule, element, identity);
        };
    }

    /** Null if nothing changes; empty if the result cannot be written in the character sets of the object. */
    private static byte @Nullable [] cleaned(Element element, Vr vr, Substitutes substitutes) {
        List<String> sets = WrittenIn.of(element.value(), element.characterSets());
        String text = CharacterSets.decode(element.value(), vr, sets);
        String trimmed = Ascii.trim(text);
        String cleaned = substitutes.cleaned(trimmed, vr);
        if (cleaned.equals(trimmed)) {
            return null;
        }
        try {
            return element.with(CharacterSets.encode(cut(cleaned, vr), vr, sets));
        } catch (IllegalArgumentException notInTheCharacterSets) {
            return new byte[0];
        }
    }

    /** Each value cut to the length that PS3.5 table 6.2-1 gives it. */
    private static String cut(String text, Vr vr) {
        int longest = switch (vr) {
            case SH, AE, CS -> 16;
            case LO -> 64;
            case ST -> 1024;
            case LT -> 10240;
            default -> Integer.MAX_VALUE;
        };
        if (text.length() <= longest) {
            return text;
        }
        if (!vr.isMultiValued()) {
            return start(text, longest);
        }
        StringBuilder cut = new StringBuilder(text.length());
        for (String part : text.split("\\\\", -1)) {
            cut.append(cut.isEmpty() ? "" : "\\").append(start(part, longest));
        }
        return cut.toString();
    }

    private static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length).stripTrailing();
    }

    /** The element with a value of the profile's: text, or numbers with backslashes between. */
    static byte[] written(String value, Element element) {
        Vr vr = element.meaning();
        if (vr.isText() || vr == Vr.UN) {
            try {
                return element.with(CharacterSets.encode(cut(value, vr), vr, element.characterSets()));
            } catch (IllegalArgumentException e) {
                throw unfit(element, e);
            }
        }
        String[] numbers = value.isEmpty() ? new String[0] : value.split("\\\\", -1);
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * vr.valueBytes())
                .order(element.encoder().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        try {
            for (String number : numbers) {
                put(number.strip(), vr, element, bytes);
            }
        } catch (NumberFormatException e) {
            throw unfit(element, e);
        }
        return element.with(bytes.array());
    }

    private static void put(String number, Vr vr, Element element, ByteBuffer bytes) {
        switch (vr) {
            case US, SS -> bytes.putShort((short) Integer.parseInt(number));
            case UL, SL -> bytes.putInt((int) Long.parseLong(number));
            case UV, SV -> bytes.putLong(Long.parseLong(number));
            case FL -> bytes.putFloat(Float.parseFloat(number));
            case FD -> bytes.putDouble(Double.parseDouble(number));
            default -> throw unfit(element, null);
        }
    }

    private static SymbolonException unfit(Element element, @Nullable Throwable cause) {
        return new SymbolonException(
                ErrorCode.CONFIGURATION,
                "The value that the profile sets does not fit " + Tag.format(element.tag()) + " of VR " + element.vr(),
                cause);
    }
}
