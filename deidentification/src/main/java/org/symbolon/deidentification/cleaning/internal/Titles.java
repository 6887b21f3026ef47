package org.symbolon.deidentification.cleaning.internal;

import java.util.HashSet;
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
            "sir",
            "madam",
            "dear",
            "herr",
            "herrn",
            "frau",
            "fraulein",
            "monsieur",
            "madame",
            "senor",
            "senora",
            "signor",
            "signora",
            "vrach",
            "\u0434\u043E\u043A\u0442\u043E\u0440",
            "\u0433\u043E\u0441\u043F\u043E\u0434\u0438\u043D",
            "\u0433\u043E\u0441\u043F\u043E\u0436\u0430",
            "\u043F\u0440\u043E\u0444\u0435\u0441\u0441\u043E\u0440");
    /** Titles only where a dot follows: without it they are words, or medicine. */
    private static final Set<String> BEFORE_WITH_DOT =
            Set.of("lek", "med", "hab", "gyd", "doc", "inz", "piel", "sl", "mr", "mrs", "ms", "rez");
    /** Titles only as written here: MR and MS are medicine. */
    private static final Set<String> EXACT = Set.of("Mr", "Mrs", "Ms");

    private static final Set<String> EXACT_SURE =
            Set.of("mr", "mrs", "ms", "miss", "herr", "herrn", "frau", "pani", "monsieur", "madame", "senor", "senora");

    private static final Set<String> SUFFIXES = Set.of(
            "jr", "sr", "ii", "iii", "iv", "md", "phd", "rn", "np", "pa", "mr", "mrs", "ms", "lek", "med", "hab", "gyd",
            "doc", "inz", "the", "and", "of", "for", "dds", "esq", "bs", "ma", "mba", "mph", "dip", "bsc", "msc");
    /** Words behind which a name stands after a colon. */
    private static final Set<String> LABELS = Set.of(
            "name",
            "names",
            "surname",
            "patient",
            "pt",
            "physician",
            "referring",
            "referrer",
            "attending",
            "operator",
            "technologist",
            "technician",
            "tech",
            "radiologist",
            "author",
            "surgeon",
            "consultant",
            "cardiologist",
            "contact",
            "guardian",
            "kin",
            "reader",
            "sonographer",
            "nurse",
            "doctor",
            "dr",
            "pacjent",
            "pacjentka",
            "nazwisko",
            "imie",
            "lekarz",
            "opisal",
            "opisala",
            "technik",
            "kierujacy",
            "badajacy",
            "pacientas",
            "paciente",
            "vardas",
            "pavarde",
            "gydytojas",
            "gydytoja",
            "aprase",
            "siunciantis",
            "patientin",
            "patientenname",
            "vorname",
            "nachname",
            "arzt",
            "arztin",
            "befunder",
            "uberweiser",
            "zuweiser",
            "nom",
            "prenom",
            "apellido",
            "apellidos",
            "nombre",
            "medecin",
            "medico",
            "\u043F\u0430\u0446\u0438\u0435\u043D\u0442",
            "\u043F\u0430\u0446\u0438\u0435\u043D\u0442\u043A\u0430",
            "\u0444\u0438\u043E",
            "\u0444\u0430\u043C\u0438\u043B\u0438\u044F",
            "\u0438\u043C\u044F",
            "\u0432\u0440\u0430\u0447");
    /** Labels of much else as well, so that one word behind them is no name yet. */
    private static final Set<String> WEAK_LABELS = Set.of(
            "name", "names", "patient", "pt", "contact", "reader", "tech", "nurse", "pacjent", "pacientas", "author");
    /** What somebody did, if "by" stands behind it. */
    private static final Set<String> DEEDS = Set.of(
            "signed",
            "dictated",
            "read",
            "reviewed",
            "reported",
            "approved",
            "verified",
            "performed",
            "transcribed",
            "interpreted",
            "referred",
            "ordered",
            "requested",
            "seen",
            "authored",
            "prepared",
            "completed",
            "entered",
            "written",
            "scanned",
            "confirmed",
            "finalized",
            "finalised",
            "accompanied",
            "informed",
            "supervised",
            "examined",
            "imaged",
            "sent",
            "admitted",
            "discharged",
            "operated",
            "consulted",
            "counselled",
            "escorted",
            "contoured",
            "delineated",
            "annotated",
            "segmented",
            "drawn",
            "checked",
            "validated",
            "typed",
            "recorded",
            "called",
            "brought",
            "collected",
            "injected",
            "booked",
            "acquired");

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

    /** Every word that a name may follow. */
    static Set<String> triggers() {
        Set<String> words = new HashSet<>(BEFORE);
        words.addAll(BEFORE_WITH_DOT);
        words.addAll(EXACT_SURE);
        words.addAll(LABELS);
        words.addAll(RELATIVES);
        words.add("by");
        return words;
    }

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

    /** Whether a name follows after the colon behind this word. */
    static boolean isLabel(String folded) {
        return LABELS.contains(folded);
    }

    static boolean isWeakLabel(String folded) {
        return WEAK_LABELS.contains(folded);
    }

    /** Whether the word and the one before it are as "signed by". */
    static boolean isDoneBy(Words words, int by) {
        return by > 0 && words.folded(by).equals("by") && DEEDS.contains(words.folded(by - 1));
    }

    /** Whether a title, as written, is never anything but a title, so that even an ordinary word behind it is a name. */
    static boolean isSure(Words words, int word, String text) {
        String folded = words.folded(word);
        boolean dotted = words.isFollowedByDot(word);
        return (dotted && (folded.equals("dr") || folded.equals("prof")))
                || (words.isTitleCase(word)
                        && (EXACT_SURE.contains(folded) || (dotted && BEFORE_WITH_DOT.contains(folded))));
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
