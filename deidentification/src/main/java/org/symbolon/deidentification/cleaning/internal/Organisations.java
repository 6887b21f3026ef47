package org.symbolon.deidentification.cleaning.internal;

import java.util.List;
import java.util.Set;

/** What of an organisation's name tells which one it is: without its general words, and as an acronym. */
final class Organisations {
    private static final int MIN_SINGLE = 5;
    private static final int MIN_ACRONYM = 3;
    private static final int MAX_ACRONYM = 8;
    private static final Set<String> GENERIC = Set.of(
            ("hospital hospitals clinic clinics center centre centers medical health healthcare care university general regional "
                            + "county city of the and for institute department dept radiology imaging diagnostic laboratory lab group inc "
                            + "llc ltd practice services service system szpital kliniczny uniwersytecki wojewodzki klinika centrum "
                            + "przychodnia poradnia zaklad im ligonine klinikos poliklinika universiteto universiteta krankenhaus klinikum "
                            + "praxis hopital clinique ospedale")
                    .split(" "));

    private Organisations() {}

    static boolean isGeneric(String folded) {
        return GENERIC.contains(folded);
    }

    /** Whether what is left without the general words still tells. */
    static boolean tells(List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        boolean ordinary = words.stream().allMatch(word -> CommonWords.contains(word) || TermTables.isNumber(word));
        return !ordinary && (words.size() > 1 || words.get(0).length() >= MIN_SINGLE);
    }

    /** The first letters of at least three words; empty if they are a word of their own. */
    static String acronym(List<String> words) {
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (word.length() > 2 && Character.isLetter(word.charAt(0))) {
                letters.append(word.charAt(0));
            }
        }
        boolean fits = letters.length() >= MIN_ACRONYM && letters.length() <= MAX_ACRONYM;
        return fits && !CommonWords.contains(letters.toString()) ? letters.toString() : "";
    }
}
