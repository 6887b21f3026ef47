package org.symbolon.deidentification.cleaning.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/**
 * Names and addresses in scripts that part words by no blanks (Han, kana, Hangul): they are looked for letter by letter, kana in
 * both of its forms and at half width. Built, then only read.
 */
final class UnspacedNames {
    private static final int MIN_LETTERS = 2;
    private static final int MIN_ADDRESS_LETTERS = 3;
    private static final int MAX_LETTERS = 200;
    private static final int MAX_NAMES = 4_096;
    /** What people are called behind their family names. */
    private static final List<String> HONORIFICS = List.of(
            "\u5148\u751F",
            "\u5973\u58EB",
            "\u5C0F\u59D0",
            "\u533B\u751F",
            "\u533B\u5E08",
            "\u5927\u592B",
            "\u4E3B\u4EFB",
            "\u91AB\u751F",
            "\u91AB\u5E2B",
            "\u6C0F",
            "\u3055\u3093",
            "\u69D8",
            "\u541B",
            "\uC528",
            "\uB2D8",
            "\uC120\uC0DD");

    private final Map<Integer, List<Entry>> byBeginning = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    /** Names of one letter, as many family names are: too short to look for, but they go with a name that they touch. */
    private final Set<Character> letters = new HashSet<>();

    private record Entry(String text, Placeholder placeholder) {}

    /** Takes every run of such letters, digits within it included. */
    void add(String text, Placeholder placeholder) {
        if (!isAny(text)) {
            return;
        }
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
                    String run = text.substring(start, i);
                    put(run, placeholder);
                    Kana.forms(run).forEach(form -> put(form, placeholder));
                }
                start = -1;
            }
        }
    }

    private void put(String run, Placeholder placeholder) {
        if (run.length() >= MIN_LETTERS && known.size() < MAX_NAMES && known.add(run)) {
            byBeginning.computeIfAbsent(key(run, 0), k -> new ArrayList<>(1)).add(new Entry(run, placeholder));
        }
    }

    private static int key(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }

    private static boolean isAny(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnspaced(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Every place where one of them stands. */
    void find(String text, Consumer<Change> changes) {
        if (byBeginning.isEmpty() && letters.isEmpty()) {
            return;
        }
        for (int at = 0; at < text.length(); at++) {
            if (!isUnspaced(text.charAt(at))) {
                continue;
            }
            Entry entry = at + 1 < text.length() ? longest(text, at) : null;
            if (entry != null) {
                int start = at > 0 && letters.contains(text.charAt(at - 1)) ? at - 1 : at;
                int end = at + entry.text().length();
                end = end < text.length() && letters.contains(text.charAt(end)) ? end + 1 : end;
                changes.accept(new Change(start, end, entry.placeholder().text()));
                at = end - 1;
            } else if (letters.contains(text.charAt(at)) && isHonoured(text, at + 1)) {
                changes.accept(new Change(at, at + 1, Placeholder.NAME.text()));
            }
        }
    }

    private @Nullable Entry longest(String text, int at) {
        List<Entry> entries = byBeginning.get(key(text, at));
        Entry longest = null;
        if (entries != null) {
            for (Entry entry : entries) {
                boolean longer = longest == null
                        || entry.text().length() > longest.text().length();
                if (longer && text.startsWith(entry.text(), at)) {
                    longest = entry;
                }
            }
        }
        return longest;
    }

    private static boolean isHonoured(String text, int at) {
        for (String honorific : HONORIFICS) {
            if (text.startsWith(honorific, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is of a script that parts words by no blanks. */
    static boolean isUnspaced(char c) {
        if (c < 0x1100) {
            return false;
        }
        if (Character.isSurrogate(c)) {
            return true;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> c == '\u30FC' || c == '\uFF70' || c == '\uFF9E' || c == '\uFF9F';
        };
    }
}
