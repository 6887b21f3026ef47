package org.symbolon.deidentification.cleaning.internal;

import java.util.HashSet;
import java.util.Set;

/** Every word, folded, that something is looked for beside: one look-up tells that a word is none of them. */
final class Triggers {
    private static final Set<String> WORDS = all();

    private Triggers() {}

    static boolean contains(String folded) {
        return WORDS.contains(folded);
    }

    private static Set<String> all() {
        Set<String> words = new HashSet<>(4_096);
        words.addAll(Titles.triggers());
        words.addAll(Contacts.PHONE_WORDS);
        words.addAll(NumberCues.triggers());
        words.addAll(Streets.triggers());
        words.addAll(MonthNames.words());
        words.addAll(WrittenDates.BORN);
        return words;
    }
}
