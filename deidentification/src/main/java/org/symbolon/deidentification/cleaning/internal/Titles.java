package org.symbolon.deidentification.cleaning.internal;

import java.util.Set;

/** Words that stand before or behind names, folded: they are no identity, but tell that their neighbour is. */
final class Titles {
    private static final Set<String> BEFORE = Set.of(
            "dr",
            "doctor",
            "prof",
            "professor",
            "profesor",
            "profesorius",
            "profesore",
            "nurse",
            "lekarz",
            "lekarka",
            "lekarza",
            "lekarki",
            "gydytojas",
            "gydytoja",
            "gydytojo",
            "gydytojos",
            "gydytojai",
            "ponas",
            "ponia",
            "pono",
            "ponios",
            "pan",
            "pani",
            "pana",
            "panu",
            "panem",
            "mgr",
            "miss",
            "herr",
            "frau");
    /** Titles only where a dot follows: without it they are words, or medicine. */
    private static final Set<String> BEFORE_WITH_DOT =
            Set.of("lek", "med", "hab", "gyd", "doc", "inz", "piel", "sl", "mr", "mrs", "ms", "st", "rez");
    /** Titles only as written here: MR and MS are medicine. */
    private static final Set<String> EXACT = Set.of("Mr", "Mrs", "Ms");

    private static final Set<String> SUFFIXES = Set.of(
            "jr", "sr", "ii", "iii", "iv", "md", "phd", "rn", "np", "pa", "mr", "mrs", "ms", "lek", "med", "hab", "gyd",
            "doc", "inz", "the", "and", "of", "for", "dds", "esq", "bs", "ma", "mba", "mph", "dip", "bsc", "msc");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "ter", "de", "del", "della", "di", "da", "dos", "do", "du", "la", "le", "el",
            "al", "bin", "ibn", "st");
    private static final Set<String> RELATIVES = Set.of(
            "wife",
            "husband",
            "son",
            "daughter",
            "mother",
            "father",
            "brother",
            "sister",
            "spouse",
            "partner",
            "uncle",
            "aunt",
            "zona",
            "zone",
            "zony",
            "maz",
            "mezem",
            "meza",
            "syn",
            "syna",
            "synem",
            "corka",
            "corki",
            "corke",
            "matka",
            "matki",
            "ojciec",
            "ojca",
            "brat",
            "brata",
            "siostra",
            "siostry",
            "zmona",
            "zmonos",
            "zmonai",
            "vyras",
            "vyro",
            "sunus",
            "sunaus",
            "dukra",
            "dukros",
            "dukte",
            "dukters",
            "motina",
            "motinos",
            "tevas",
            "tevo",
            "brolis",
            "brolio",
            "sesuo",
            "sesers");

    private Titles() {}

    /** Whether what follows is most likely a name. */
    static boolean precedesName(Words words, int word, String text) {
        String folded = words.folded(word);
        if (BEFORE.contains(folded)) {
            return true;
        }
        if (BEFORE_WITH_DOT.contains(folded) && words.isFollowedByDot(word)) {
            return words.isTitleCase(word) || !folded.startsWith("m") || folded.equals("med");
        }
        return EXACT.contains(text.substring(words.start(word), words.end(word)));
    }

    static boolean isRelative(String folded) {
        return RELATIVES.contains(folded);
    }

    /** Whether a part of a name is none at all. */
    static boolean isSuffix(String folded) {
        return SUFFIXES.contains(folded) || BEFORE.contains(folded) || RELATIVES.contains(folded);
    }

    /** Whether a part of a name is none unless it is the whole. */
    static boolean isParticle(String folded) {
        return PARTICLES.contains(folded);
    }
}
