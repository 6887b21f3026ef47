package org.symbolon.deidentification.cleaning.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/**
 * Names and addresses in scripts that part words by no blanks (Han, kana, Hangul): they are looked for letter by letter. Built,
 * then only read.
 */
final class UnspacedNames {
    private static final int MIN_LETTERS = 2;
    private static final int MIN_ADDRESS_LETTERS = 3;
    private static final int MAX_LETTERS = 200;

    private final Map<String, Placeholder> texts = new LinkedHashMap<>();
    /** Names of one letter, as many family names are: too short to look for, but they go with a name that they touch. */
    private final Set<Character> letters = new HashSet<>();

    /** Takes every run of such letters, digits within it included. */
    void add(String text, Placeholder placeholder) {
        int minimum = placeholder == Placeholder.NAME ? MIN_LETTERS : MIN_ADDRESS_LETTERS;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isUnspaced(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start == 1 && placeholder == Placeholder.NAME) {
                    letters.add(text.charAt(start));
                }
                if (i - start >= minimum && i - start <= MAX_LETTERS) {
                    texts.putIfAbsent(text.substring(start, i), placeholder);
                }
                start = -1;
            }
        }
    }

    /** Every place where one of them stands. */
    void find(String text, Consumer<Change> changes) {
        if (texts.isEmpty() || text.chars().noneMatch(c -> isUnspaced((char) c))) {
            return;
        }
        texts.forEach((name, placeholder) -> {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                int start = at > 0 && letters.contains(text.charAt(at - 1)) ? at - 1 : at;
                int end = at + name.length();
                end = end < text.length() && letters.contains(text.charAt(end)) ? end + 1 : end;
                changes.accept(new Change(start, end, placeholder.text()));
            }
        });
    }

    private static boolean isUnspaced(char c) {
        if (c < 0x1100) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
