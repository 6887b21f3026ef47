package org.symbolon.deidentification.cleaning.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.Placeholder;

/** Identifiers and telephone numbers of one record, whatever blanks and signs part them in the text. Built, then only read. */
final class NumberTable {
    private static final int MAX_CHARACTERS = 64;
    private static final int MAX_PARTS = 10;
    private static final int MAX_GAP = 2;
    private static final int MIN_SPACED = 7;
    private static final int MAX_PREFIX_LETTERS = 5;

    private final @Nullable NumberTable base;
    private final Map<String, Placeholder> numbers = new HashMap<>();
    private final Beginnings beginnings = new Beginnings();

    NumberTable() {
        this(null);
    }

    /** @param base whose numbers count as well */
    NumberTable(@Nullable NumberTable base) {
        this.base = base;
    }

    /** A number found: where it stands. */
    record Found(int start, int end, int lastWord, Placeholder placeholder) {}

    /** Adds a number; too short ones, and words without a digit, are ignored. */
    void add(String number, int minCharacters, Placeholder placeholder) {
        String key = key(number);
        if (key.length() >= minCharacters && key.length() <= MAX_CHARACTERS && hasDigit(key)) {
            numbers.putIfAbsent(key, placeholder);
            beginnings.add(key);
        }
    }

    boolean contains(String number) {
        return known(key(number)) != null;
    }

    private @Nullable Placeholder known(String key) {
        Placeholder placeholder = numbers.get(key);
        return placeholder != null || base == null ? placeholder : base.known(key);
    }

    private boolean isEmpty() {
        return numbers.isEmpty() && (base == null || base.isEmpty());
    }

    /** Whether a number may begin with these, folded; false only where none does. */
    boolean may(char first, char second) {
        return beginnings.may(first, second) || (base != null && base.may(first, second));
    }

    private boolean may(String word) {
        return beginnings.may(word, 0) || (base != null && base.may(word));
    }

    /** Whether a number may begin as this text of ASCII does; false only where none does. */
    boolean mayBegin(String text) {
        char first = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
            if ((lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'z')) {
                if (first != 0) {
                    return may(first, lower);
                }
                first = lower;
            }
        }
        return false;
    }

    /** Letters and digits only. */
    static String key(String number) {
        String folded = Folding.fold(number);
        StringBuilder key = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                key.append(folded.charAt(i));
            }
        }
        return key.toString();
    }

    /** The longest number that begins with this word, or has letters before or behind it without a blank (MRN12345). */
    @Nullable
    Found at(Words words, int first) {
        if (isEmpty()) {
            return null;
        }
        String word = words.folded(first);
        Found found = word.length() > 1 ? may(word) ? longest(words, first) : null : beginsShort(words, first, word);
        return found == null && words.length(first) <= MAX_CHARACTERS ? inside(words, first, word) : found;
    }

    private @Nullable Found inside(Words words, int first, String word) {
        int letters = leadingLetters(word);
        int end = endOfDigits(word, letters);
        int behind = word.length() - end;
        if (end == letters
                || (letters == 0 && behind == 0)
                || letters > MAX_PREFIX_LETTERS
                || behind > MAX_PREFIX_LETTERS) {
            return null;
        }
        Placeholder placeholder = known(word.substring(letters));
        if (placeholder == null && behind > 0) {
            placeholder = known(word.substring(letters, end));
        }
        return placeholder == null
                ? null
                : new Found(words.start(first) + letters, words.end(first), first, placeholder);
    }

    private static int endOfDigits(String word, int start) {
        int end = start;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A first part of one character, as in 8 612 34567 or P/0157-K. */
    private @Nullable Found beginsShort(Words words, int first, String word) {
        if (word.isEmpty() || first + 1 >= words.count() || words.gapLength(first + 1) > MAX_GAP) {
            return null;
        }
        String next = words.folded(first + 1);
        boolean may = !next.isEmpty() && may(word.charAt(0), next.charAt(0));
        return may ? longest(words, first) : null;
    }

    private static boolean hasDigit(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isDigit(key.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Found longest(Words words, int first) {
        StringBuilder joined = new StringBuilder();
        boolean blanks = false;
        Found found = null;
        for (int i = first; i < words.count() && i < first + MAX_PARTS; i++) {
            if (i > first) {
                if (!words.isGap(i, MAX_GAP, " -./()+_")) {
                    break;
                }
                String gap = words.gapBefore(i);
                blanks |= gap.indexOf(' ') >= 0 || gap.indexOf('.') >= 0;
            }
            joined.append(words.folded(i));
            if (joined.length() > MAX_CHARACTERS) {
                break;
            }
            Placeholder placeholder = known(joined.toString());
            if (placeholder != null && (!blanks || joined.length() >= MIN_SPACED)) {
                found = new Found(words.start(first), words.end(i), i, placeholder);
            }
        }
        return found;
    }

    private static int leadingLetters(String word) {
        int letters = 0;
        while (letters < word.length() && Character.isLetter(word.charAt(letters))) {
            letters++;
        }
        return letters < word.length() ? letters : 0;
    }
}
