package org.symbolon.deidentification.internal.search;

import java.util.Arrays;

/**
 * Bytes to look for, small letters for capitals of ASCII.
 *
 * @param folded what is looked for
 * @param filler what comes in its place, of the same length
 * @param bounded whether it counts only where no letter or digit stands beside it that would make it part of something else
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
record Needle(byte[] folded, byte[] filler, boolean bounded) {
    private static final String DATE_FILLER = "19000101";

    static Needle text(byte[] bytes) {
        return new Needle(fold(bytes), filler(bytes, (byte) '0'), true);
    }

    /** Zeroes as components would do, but not within them. */
    static Needle uid(byte[] bytes) {
        return new Needle(fold(bytes), filler(bytes, (byte) '1'), true);
    }

    /** Eight digits, with or without punctuation; what follows may be a time. */
    static Needle date(byte[] bytes) {
        byte[] filler = bytes.clone();
        int digit = 0;
        for (int i = 0; i < filler.length; i++) {
            if (isDigit(filler[i])) {
                filler[i] = (byte) DATE_FILLER.charAt(digit++);
            }
        }
        return new Needle(fold(bytes), filler, false);
    }

    private static byte[] filler(byte[] bytes, byte forDigits) {
        byte[] filler = bytes.clone();
        for (int i = 0; i < filler.length; i++) {
            if (isDigit(filler[i])) {
                filler[i] = forDigits;
            } else if (isLetter(filler[i])) {
                filler[i] = 'X';
            }
        }
        return filler;
    }

    boolean isAt(byte[] haystack, int at) {
        if (at + folded.length > haystack.length) {
            return false;
        }
        for (int i = 0; i < folded.length; i++) {
            if (fold(haystack[at + i]) != folded[i]) {
                return false;
            }
        }
        return !continues(folded[0], at == 0 ? 0 : haystack[at - 1])
                && (!bounded
                        || at + folded.length == haystack.length
                        || !continues(folded[folded.length - 1], haystack[at + folded.length]));
    }

    /** Whether two bytes side by side belong to one word or number. */
    private static boolean continues(byte inside, byte outside) {
        return (isDigit(inside) && isDigit(outside)) || (isLetter(inside) && isLetter(outside));
    }

    static byte[] fold(byte[] bytes) {
        byte[] folded = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return folded;
    }

    static byte fold(byte each) {
        return each >= 'A' && each <= 'Z' ? (byte) (each + ('a' - 'A')) : each;
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }

    /** Bytes beyond ASCII are taken for letters. */
    private static boolean isLetter(byte each) {
        byte small = fold(each);
        return (small >= 'a' && small <= 'z') || each < 0;
    }
}
