package org.symbolon.deidentification.cleaning.internal;

import java.util.Arrays;
import java.util.Set;

/** Lists of folded words, written in one string with blanks between. */
final class WordSet {
    private WordSet() {}

    static Set<String> of(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }
}
