package org.symbolon.deidentification.cleaning.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The other forms in which a name of kana may be written: hiragana, katakana, and katakana at half width (JIS X 0201). */
final class Kana {
    private static final char FIRST_HIRAGANA = '\u3041';
    private static final char LAST_HIRAGANA = '\u3096';
    private static final char FIRST_KATAKANA = '\u30A1';
    private static final char LAST_KATAKANA = '\u30F6';
    private static final int DISTANCE = FIRST_KATAKANA - FIRST_HIRAGANA;
    private static final char FIRST_HALF = '\uFF61';
    private static final char LAST_HALF = '\uFF9F';
    private static final Map<Character, Character> HALF = half();

    private Kana() {}

    /** Without the name as it is; none if it has no kana. */
    static Set<String> forms(String name) {
        Set<String> forms = new LinkedHashSet<>();
        boolean kana = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            kana |= isHiragana(c) || isKatakana(c) || (c >= FIRST_HALF && c <= LAST_HALF);
        }
        if (kana) {
            String full = Normalizer.normalize(name, Normalizer.Form.NFKC);
            forms.add(full);
            forms.add(moved(full, false));
            String katakana = moved(full, true);
            forms.add(katakana);
            forms.add(halfWidth(katakana));
            forms.remove(name);
        }
        return forms;
    }

    private static boolean isHiragana(char c) {
        return c >= FIRST_HIRAGANA && c <= LAST_HIRAGANA;
    }

    private static boolean isKatakana(char c) {
        return c >= FIRST_KATAKANA && c <= LAST_KATAKANA;
    }

    private static String moved(String text, boolean toKatakana) {
        StringBuilder moved = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (toKatakana && isHiragana(c)) {
                moved.append((char) (c + DISTANCE));
            } else if (!toKatakana && isKatakana(c)) {
                moved.append((char) (c - DISTANCE));
            } else {
                moved.append(c);
            }
        }
        return moved.toString();
    }

    private static String halfWidth(String katakana) {
        String parts = Normalizer.normalize(katakana, Normalizer.Form.NFD);
        StringBuilder narrow = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            narrow.append(HALF.getOrDefault(parts.charAt(i), parts.charAt(i)));
        }
        return narrow.toString();
    }

    private static Map<Character, Character> half() {
        Map<Character, Character> half = new HashMap<>();
        for (char c = FIRST_HALF; c <= LAST_HALF; c++) {
            half.put(
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                            .charAt(0),
                    c);
        }
        return half;
    }
}
