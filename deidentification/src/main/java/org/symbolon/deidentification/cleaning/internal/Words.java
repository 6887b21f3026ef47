package org.symbolon.deidentification.cleaning.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.Placeholder;

/**
 * The words of a text: longest runs of letters and digits, with where they stand and their folded form. Numeric character
 * references of markup inside a string count as the letters that they are; our own placeholders are no words. Immutable.
 */
final class Words {
    private static final int FIRST_CAPACITY = 16;
    private static final int FIRST_NON_ASCII = 0x80;
    private static final int FIRST_UNSPACED = 0x1100;
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9a-fA-F]{1,5})|(\\d{1,6}));");
    private static final Set<String> PLACEHOLDERS = Placeholder.texts();
    private static final int LONGEST_PLACEHOLDER = 14;

    private final String text;
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private @Nullable String[] folded = new String[FIRST_CAPACITY];
    /** Whether a word is a trigger: not asked yet, no, yes. */
    private byte[] triggers = new byte[FIRST_CAPACITY];

    private int count;
    private boolean digits;
    private boolean unspaced;

    Words(String text) {
        this.text = text;
        Matcher reference = text.indexOf("&#") >= 0 ? REFERENCE.matcher(text) : null;
        int length = text.length();
        int start = -1;
        StringBuilder decoded = null;
        int copied = 0;
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c == '[' && start < 0) {
                int end = placeholderEnd(i);
                if (end > 0) {
                    i = end;
                    continue;
                }
            }
            int next = i + 1;
            boolean letter = isWordCharacter(c, start >= 0);
            if (c == '&' && reference != null && reference.region(i, length).lookingAt()) {
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
            if (letter && start >= 0 && i > start && isSeam(text.charAt(i - 1), c)) {
                add(start, i, decoded, copied);
                start = i;
                decoded = null;
                copied = 0;
            } else if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                add(start, i, decoded, copied);
                start = -1;
                decoded = null;
                copied = 0;
            }
            i = next;
        }
        if (start >= 0) {
            add(start, length, decoded, copied);
        }
    }

    /** Between a letter of a script that parts words by no blanks, and a letter or digit of another one. */
    private static boolean isSeam(char one, char other) {
        if (one < FIRST_UNSPACED && other < FIRST_UNSPACED) {
            return false;
        }
        return UnspacedNames.isUnspaced(one) != UnspacedNames.isUnspaced(other)
                && Character.isLetterOrDigit(one)
                && Character.isLetterOrDigit(other);
    }

    private int placeholderEnd(int start) {
        int limit = Math.min(text.length(), start + LONGEST_PLACEHOLDER);
        for (int i = start + 1; i < limit; i++) {
            if (text.charAt(i) == ']') {
                return PLACEHOLDERS.contains(text.substring(start, i + 1)) ? i + 1 : -1;
            }
        }
        return -1;
    }

    private boolean isWordCharacter(char c, boolean inside) {
        if (c < FIRST_NON_ASCII) {
            boolean digit = c >= '0' && c <= '9';
            digits |= digit;
            return digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        if (Character.isLetterOrDigit(c)) {
            unspaced |= c >= FIRST_UNSPACED;
            digits |= Character.isDigit(c);
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || (type == Character.FORMAT && inside)
                || (type == Character.SURROGATE && inside);
    }

    private void add(int start, int end, @Nullable StringBuilder decoded, int copied) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            folded = Arrays.copyOf(folded, count * 2);
            triggers = Arrays.copyOf(triggers, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        if (decoded != null) {
            String word = decoded.append(text, Math.max(copied, start), end).toString();
            folded[count] = Folding.fold(word);
        }
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

    int length(int word) {
        return ends[word] - starts[word];
    }

    String folded(int word) {
        String known = folded[word];
        if (known == null) {
            known = Folding.fold(text, starts[word], ends[word]);
            folded[word] = known;
        }
        return known;
    }

    /** Whether something may be looked for beside the word. */
    boolean isTrigger(int word) {
        if (triggers[word] == 0) {
            triggers[word] = (byte) (Triggers.contains(folded(word)) ? 2 : 1);
        }
        return triggers[word] == 2;
    }

    /** As it stands. */
    String written(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** Whether there is a digit anywhere. */
    boolean haveDigits() {
        return digits;
    }

    /** Whether there are letters of a script that may part words by no blanks. */
    boolean areUnspaced() {
        return unspaced;
    }

    char first(int word) {
        return text.charAt(starts[word]);
    }

    char last(int word) {
        return text.charAt(ends[word] - 1);
    }

    /** As it is written. */
    boolean endsWith(int word, String ending) {
        return ends[word] - starts[word] >= ending.length() && text.startsWith(ending, ends[word] - ending.length());
    }

    boolean beginsWithDigit(int word) {
        char c = text.charAt(starts[word]);
        return c >= '0' && c <= '9';
    }

    /** Whether the word has letters and digits, or a capital behind a small letter: it may be several written as one. */
    boolean isMixed(int word) {
        boolean letter = false;
        boolean digit = false;
        boolean small = false;
        for (int i = starts[word]; i < ends[word]; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
                small = false;
            } else {
                letter = true;
                if (small && Character.isUpperCase(c)) {
                    return true;
                }
                small = Character.isLowerCase(c);
            }
        }
        return letter && digit;
    }

    /** What stands between this word and the one before; the first has no gap, and is never asked for it. */
    String gapBefore(int word) {
        return text.substring(ends[word - 1], starts[word]);
    }

    /** Whether the gap before the word is one character, of these. */
    boolean isGap(int word, String characters) {
        return gapLength(word) == 1 && characters.indexOf(text.charAt(starts[word] - 1)) >= 0;
    }

    /** Whether the gap before the word is short and of these characters only. */
    boolean isGap(int word, int longest, String characters) {
        if (gapLength(word) > longest) {
            return false;
        }
        for (int i = ends[word - 1]; i < starts[word]; i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
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

    /** Letters only, none of them small. */
    boolean isShouted(int word) {
        for (int i = starts[word]; i < ends[word]; i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean isFollowedBy(int word, char c) {
        return ends[word] < text.length() && text.charAt(ends[word]) == c;
    }

    boolean isFollowedByDot(int word) {
        return isFollowedBy(word, '.');
    }

    /** Whether the word begins a sentence or line, so that its capital says nothing. */
    boolean beginsSentence(int word) {
        for (int i = starts[word] - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '>' || c == ';' || c == '\\') {
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
