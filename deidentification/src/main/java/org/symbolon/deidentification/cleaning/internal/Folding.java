package org.symbolon.deidentification.cleaning.internal;

import java.text.Normalizer;
import java.util.Locale;

/** Text in the form in which words are compared: small letters without diacritics. */
final class Folding {
    private static final int FIRST_NON_ASCII = 0x80;

    private Folding() {}

    static String fold(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < FIRST_NON_ASCII;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return plain ? lower : withoutMarks(lower);
    }

    private static String withoutMarks(String lower) {
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case '\u0142' -> folded.append('l');
                case '\u0111', '\u00F0' -> folded.append('d');
                case '\u00F8' -> folded.append('o');
                case '\u0131' -> folded.append('i');
                case '\u00DF' -> folded.append("ss");
                case '\u00E6' -> folded.append("ae");
                case '\u0153' -> folded.append("oe");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }
}
