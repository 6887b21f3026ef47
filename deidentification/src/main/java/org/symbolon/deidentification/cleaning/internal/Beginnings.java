package org.symbolon.deidentification.cleaning.internal;

import java.util.BitSet;

/** Which two characters the words of a table begin with, roughly: most words of most texts are told apart by it. */
final class Beginnings {
    private static final int SIZE = 4_096;

    private final BitSet pairs = new BitSet(SIZE);
    private long singles;

    void add(String word) {
        if (word.length() > 1) {
            pairs.set(index(word.charAt(0), word.charAt(1)));
        } else if (!word.isEmpty()) {
            singles |= bit(word.charAt(0));
        }
    }

    /** Words that begin with this, whatever follows. */
    void addFirst(char first) {
        singles |= bit(first);
    }

    /** False if no word that was added begins as this one does from there on. */
    boolean may(String word, int from) {
        int left = word.length() - from;
        return left > 0
                && ((singles & bit(word.charAt(from))) != 0
                        || (left > 1 && may(word.charAt(from), word.charAt(from + 1))));
    }

    boolean may(char first, char second) {
        return pairs.get(index(first, second));
    }

    private static long bit(char letter) {
        return 1L << (letter & 63);
    }

    private static int index(char first, char second) {
        return (first * 37 + second) & (SIZE - 1);
    }
}
