package org.symbolon.deidentification.cleaning.internal;

import java.text.Normalizer;
import java.util.Locale;

/** Text in the form in which words are compared: small letters without diacritics, full-width forms as usual ones. */
final class Folding {
    private static final int FIRST_NON_ASCII = 0x80;

    private Folding() {}

    static String fold(String text) {
        return fold(text, 0, text.length());
    }

    static String fold(String text, int start, int end) {
        boolean small = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= FIRST_NON_ASCII) {
                return withoutMarks(text.substring(start, end).toLowerCase(Locale.ROOT));
            }
            small &= c < 'A' || c > 'Z';
        }
        String plain = text.substring(start, end);
        return small ? plain : plain.toLowerCase(Locale.ROOT);
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
                case '\u00FE' -> folded.append("th");
                case '\u03C2' -> folded.append('\u03C3');
                case '\u0649' -> folded.append('\u064A');
                case '\u0629' -> folded.append('\u0647');
                case '\u0640' -> {
                    // a stroke that stretches an Arabic word
                }
                default -> {
                    int type = Character.getType(c);
                    if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }
}
