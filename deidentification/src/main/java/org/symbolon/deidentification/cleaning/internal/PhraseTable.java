package org.symbolon.deidentification.cleaning.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.Placeholder;

/** Addresses and names of organisations as sequences of words, inflected forms included. Built, then only read. */
final class PhraseTable {
    private static final int KEY_CHARACTERS = 4;
    private static final int MAX_ENDING = 4;
    private static final int MIN_INFLECTED = 5;
    private static final int MAX_GAP = 4;

    /** Words that make an address, however ordinary each of them is. */
    private static final int MIN_ADDRESS = 3;

    /**
     * A sequence of words.
     *
     * @param common whether all of them are ordinary words, so that only their capitals tell
     */
    record Phrase(List<String> words, Placeholder placeholder, boolean common) {}

    private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
    private final Beginnings beginnings = new Beginnings();
    private final Set<List<String>> known = new HashSet<>();
    private final Set<String> addressWords = new HashSet<>();

    void add(List<String> words, Placeholder placeholder) {
        if (words.isEmpty() || !known.add(words)) {
            return;
        }
        boolean telling = placeholder == Placeholder.ADDRESS && words.size() >= MIN_ADDRESS;
        boolean common = !telling && words.stream().allMatch(CommonWords::contains);
        beginnings.add(words.get(0));
        byBeginning
                .computeIfAbsent(key(words.get(0)), k -> new ArrayList<>())
                .add(new Phrase(List.copyOf(words), placeholder, common));
    }

    /** Words that belong to an address when they stand beside a part of one. */
    void addAddressWords(List<String> words) {
        addressWords.addAll(words);
    }

    boolean isAddressWord(String folded) {
        return addressWords.contains(folded);
    }

    void finish() {
        byBeginning
                .values()
                .forEach(phrases -> phrases.sort(Comparator.comparingInt(
                                (Phrase phrase) -> phrase.words().size())
                        .reversed()));
    }

    /** The longest phrase that begins with this word, if any. */
    @Nullable
    Phrase at(Words words, int first) {
        if (!beginnings.may(words.folded(first), 0)) {
            return null;
        }
        List<Phrase> phrases = byBeginning.get(key(words.folded(first)));
        if (phrases == null) {
            return null;
        }
        for (Phrase phrase : phrases) {
            if (fits(phrase, words, first)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean fits(Phrase phrase, Words words, int first) {
        int length = phrase.words().size();
        if (first + length > words.count()) {
            return false;
        }
        boolean capitals = length == 1 || phrase.common();
        for (int i = 0; i < length; i++) {
            int word = first + i;
            if ((i > 0 && words.gapLength(word) > MAX_GAP)
                    || (capitals && !words.isCapitalised(word))
                    || !(length == 1
                            ? phrase.words().get(i).equals(words.folded(word))
                            : same(phrase.words().get(i), words.folded(word)))) {
                return false;
            }
        }
        return true;
    }

    /** Equal, or the same word with another ending. */
    private static boolean same(String name, String word) {
        if (name.equals(word)) {
            return true;
        }
        int shorter = Math.min(name.length(), word.length());
        int longer = Math.max(name.length(), word.length());
        if (shorter < MIN_INFLECTED || longer - shorter > MAX_ENDING || Character.isDigit(name.charAt(0))) {
            return false;
        }
        int prefix = 0;
        while (prefix < shorter && name.charAt(prefix) == word.charAt(prefix)) {
            prefix++;
        }
        return prefix >= Math.max(KEY_CHARACTERS, shorter - 2) && longer - prefix <= MAX_ENDING;
    }

    private static String key(String word) {
        return word.length() > KEY_CHARACTERS ? word.substring(0, KEY_CHARACTERS) : word;
    }
}
