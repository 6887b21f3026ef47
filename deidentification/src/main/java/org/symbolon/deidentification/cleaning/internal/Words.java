package org.symbolon.deidentification.cleaning.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text: longest runs of letters and digits, with where they stand and their folded form. Numeric character
 * references of markup inside a string count as the letters that they are; our own placeholders are no words. Immutable.
 */
final class Words {
    private static final int FIRST_CAPACITY = 16;
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9a-fA-F]{1,5})|(\\d{1,6}));");
    private static final Set<String> PLACEHOLDERS =
            Set.of("[name]", "[number]", "[address]", "[contact]", "[organisation]", "[date]", "[age]", "[removed]");
    private static final int LONGEST_PLACEHOLDER = 14;

    private final String text;
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private String[] folded = new String[FIRST_CAPACITY];
    private int count;

    Words(String text) {
        this.text = text;
        Matcher reference = text.indexOf("&#") >= 0 ? REFERENCE.matcher(text) : null;
        int start = -1;
        StringBuilder decoded = null;
        int copied = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '[' && start < 0) {
                int end = placeholderEnd(i);
                if (end > 0) {
                    i = end;
                    continue;
                }
            }
            int next = i + 1;
            boolean letter = isWordCharacter(c);
            if (c == '&'
                    && reference != null
                    && reference.region(i, text.length()).lookingAt()) {
                int code = reference.group(1) != null
                        ? Integer.parseInt(reference.group(1), 16)
                        : Integer.parseInt(reference.group(2));
                if (Character.isLetterOrDigit(code)) {
                    letter = true;
                    next = reference.end();
                    start = start < 0 ? i : start;
                    decoded = decoded == null ? new StringBuilder() : decoded;
                    decoded.append(text, Math.max(copied, start), i).appendCodePoint(code);
                    copied = next;
                }
            }
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                add(start, i, word(decoded, Math.max(copied, start), start, i));
                start = -1;
                decoded = null;
                copied = 0;
            }
            i = next;
        }
        if (start >= 0) {
            add(start, text.length(), word(decoded, Math.max(copied, start), start, text.length()));
        }
    }

    private String word(@Nullable StringBuilder decoded, int copied, int start, int end) {
        return decoded == null
                ? text.substring(start, end)
                : decoded.append(text, copied, end).toString();
    }

    private int placeholderEnd(int start) {
        int close = text.indexOf(']', start);
        boolean placeholder = close > 0
                && close - start < LONGEST_PLACEHOLDER
                && PLACEHOLDERS.contains(text.substring(start, close + 1));
        return placeholder ? close + 1 : -1;
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void add(int start, int end, String word) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            folded = Arrays.copyOf(folded, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        folded[count] = Folding.fold(word);
        count++;
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    String folded(int word) {
        return folded[word];
    }

    /** What stands between this word and the one before; the first has no gap, and is never asked for it. */
    String gapBefore(int word) {
        return text.substring(ends[word - 1], starts[word]);
    }

    int gapLength(int word) {
        return starts[word] - ends[word - 1];
    }

    boolean isCapitalised(int word) {
        char first = text.charAt(starts[word]);
        return Character.isUpperCase(first) || (!Character.isLetter(first) && first != '&');
    }

    /** One capital and then a small letter. */
    boolean isTitleCase(int word) {
        return ends[word] - starts[word] > 1
                && isCapitalised(word)
                && Character.isLowerCase(text.charAt(starts[word] + 1));
    }

    boolean isFollowedByDot(int word) {
        return ends[word] < text.length() && text.charAt(ends[word]) == '.';
    }

    /** Whether the word begins a sentence or line, so that its capital says nothing. */
    boolean beginsSentence(int word) {
        for (int i = starts[word] - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '>' || c == ';') {
                return true;
            }
            if (!Character.isWhitespace(c)) {
                return isOpening(c);
            }
        }
        return true;
    }

    private static boolean isOpening(char c) {
        return c == '-' || c == '*' || c == '(' || c == '"' || c == '|' || c == '/' || c == '#';
    }
}
