package org.symbolon.deidentification.cleaning.internal;

import org.jspecify.annotations.Nullable;

/**
 * The words from one on that may be one number with its separators: as many as begin with a digit, or are one or two letters, and
 * have one sign between them. Owned by one call.
 */
final class NumberRun {
    static final int MAX_PARTS = 8;
    private static final int MAX_CHARACTERS = 24;
    private static final int MIN_MIXED = 8;
    private static final String SIGNS = " -./";

    private final Words words;
    private final int first;
    private final StringBuilder compact = new StringBuilder(MAX_CHARACTERS);
    private final int[] ends = new int[MAX_PARTS];
    private int parts;
    private final StringBuilder signs = new StringBuilder(MAX_PARTS);

    private NumberRun(Words words, int first) {
        this.words = words;
        this.first = first;
    }

    /** Null where no number begins. */
    static @Nullable NumberRun at(Words words, int first) {
        int length = words.length(first);
        if (length > MAX_CHARACTERS || !(words.beginsWithDigit(first) || mayBegin(words, first, length))) {
            return null;
        }
        if (length < MIN_MIXED && !(first + 1 < words.count() && words.isGap(first + 1, SIGNS))) {
            return null;
        }
        NumberRun run = new NumberRun(words, first);
        run.take(first);
        return run;
    }

    /** Letters first: with digits behind them in the word, or one or two letters before a word of digits. */
    private static boolean mayBegin(Words words, int first, int length) {
        if (length <= 2) {
            return first + 1 < words.count() && words.beginsWithDigit(first + 1) && words.isGap(first + 1, SIGNS);
        }
        return length >= MIN_MIXED && words.haveDigits() && words.isMixed(first);
    }

    /** Takes one word more, if it may belong to the number. */
    boolean more() {
        int next = first + parts;
        if (parts == MAX_PARTS || next >= words.count() || !words.isGap(next, SIGNS)) {
            return false;
        }
        int length = words.length(next);
        if (compact.length() + length > MAX_CHARACTERS || !(words.beginsWithDigit(next) || length == 1)) {
            return false;
        }
        signs.append(words.gapBefore(next));
        take(next);
        return true;
    }

    private void take(int word) {
        compact.append(words.folded(word));
        ends[parts] = compact.length();
        parts++;
    }

    int length() {
        return compact.length();
    }

    int parts() {
        return parts;
    }

    /** Letters and digits. */
    String compact() {
        return compact.toString();
    }

    /** Whether the parts have these lengths, with none but these signs between them. */
    boolean isGrouped(int[] groups, String allowed) {
        if (groups.length != parts) {
            return false;
        }
        for (int i = 0; i < signs.length(); i++) {
            if (allowed.indexOf(signs.charAt(i)) < 0) {
                return false;
            }
        }
        int start = 0;
        for (int i = 0; i < parts; i++) {
            if (ends[i] - start != groups[i]) {
                return false;
            }
            start = ends[i];
        }
        return true;
    }

    int lastWord() {
        return first + parts - 1;
    }
}
