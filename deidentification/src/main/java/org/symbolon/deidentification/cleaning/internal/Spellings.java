package org.symbolon.deidentification.cleaning.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Other ways to spell a name: umlauts as two letters (M\u00FCller, Mueller), and Cyrillic or Greek letters as Latin ones, in the
 * ways that passports and papers have them.
 */
final class Spellings {
    private static final int FIRST_NON_ASCII = 0x80;
    private static final String[] TWO_LETTERS = {
        "\u00E4", "ae", "\u00F6", "oe", "\u00FC", "ue", "\u00E5", "aa", "\u00F8", "oe"
    };
    /** Letter, and how it is written: up to three ways, of which each whole word uses one. */
    private static final String[] LATIN = {
        "\u0430",
        "a",
        "\u0431",
        "b",
        "\u0432",
        "v",
        "\u0433",
        "g",
        "\u0434",
        "d",
        "\u0435",
        "e",
        "\u0436",
        "zh|z|j",
        "\u0437",
        "z",
        "\u0438",
        "i|i|y",
        "\u043A",
        "k",
        "\u043B",
        "l",
        "\u043C",
        "m",
        "\u043D",
        "n",
        "\u043E",
        "o",
        "\u043F",
        "p",
        "\u0440",
        "r",
        "\u0441",
        "s",
        "\u0442",
        "t",
        "\u0443",
        "u",
        "\u0444",
        "f",
        "\u0445",
        "kh|h|ch",
        "\u0446",
        "ts|c|c",
        "\u0447",
        "ch|c|cz",
        "\u0448",
        "sh|s|sz",
        "\u0449",
        "shch|sc|szcz",
        "\u044A",
        "",
        "\u044B",
        "y",
        "\u044C",
        "",
        "\u044D",
        "e",
        "\u044E",
        "yu|iu|ju",
        "\u044F",
        "ya|ia|ja",
        "\u0456",
        "i",
        "\u0454",
        "ie|e|ye",
        "\u0491",
        "g",
        "\u0458",
        "j",
        "\u0459",
        "lj",
        "\u045A",
        "nj",
        "\u045B",
        "c",
        "\u0452",
        "dj",
        "\u045F",
        "dz",
        "\u03B1",
        "a",
        "\u03B2",
        "v|b|v",
        "\u03B3",
        "g",
        "\u03B4",
        "d",
        "\u03B5",
        "e",
        "\u03B6",
        "z",
        "\u03B7",
        "i",
        "\u03B8",
        "th",
        "\u03B9",
        "i",
        "\u03BA",
        "k|c|k",
        "\u03BB",
        "l",
        "\u03BC",
        "m",
        "\u03BD",
        "n",
        "\u03BE",
        "x",
        "\u03BF",
        "o",
        "\u03C0",
        "p",
        "\u03C1",
        "r",
        "\u03C3",
        "s",
        "\u03C4",
        "t",
        "\u03C5",
        "y|u|i",
        "\u03C6",
        "f|ph|f",
        "\u03C7",
        "ch|h|kh",
        "\u03C8",
        "ps",
        "\u03C9",
        "o"
    };

    private static final int WAYS = 3;
    private static final Map<Character, String[]> TABLE = table();

    private Spellings() {}

    /**
     * Folded spellings of a word beside its own folded form; mostly none.
     *
     * @param written as it stands
     * @param folded the same, folded
     */
    static List<String> of(String written, String folded) {
        boolean plain = true;
        for (int i = 0; i < written.length(); i++) {
            plain &= written.charAt(i) < FIRST_NON_ASCII;
        }
        if (plain) {
            return folded.indexOf('e') > 0 ? umlauts(folded) : List.of();
        }
        List<String> spellings = new ArrayList<>();
        String lower = written.toLowerCase(Locale.ROOT);
        String replaced = lower;
        for (int i = 0; i < TWO_LETTERS.length; i += 2) {
            replaced = replaced.replace(TWO_LETTERS[i], TWO_LETTERS[i + 1]);
        }
        if (!replaced.equals(lower)) {
            spellings.add(Folding.fold(replaced));
        }
        spellings.addAll(latin(folded));
        return spellings;
    }

    /** Mueller may be M\u00FCller, whose folded form is muller. */
    private static List<String> umlauts(String folded) {
        String single = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return single.equals(folded) || single.length() < 3 ? List.of() : List.of(single);
    }

    /** A word of Cyrillic or Greek letters in Latin ones; none if it has others. */
    static List<String> latin(String folded) {
        if (folded.isEmpty() || !TABLE.containsKey(folded.charAt(0))) {
            return List.of();
        }
        List<String> ways = new ArrayList<>(WAYS);
        for (int way = 0; way < WAYS; way++) {
            StringBuilder latin = new StringBuilder(folded.length() + 4);
            for (int i = 0; i < folded.length(); i++) {
                String[] letter = TABLE.get(folded.charAt(i));
                if (letter == null) {
                    return List.of();
                }
                latin.append(letter[way]);
            }
            if (latin.length() > 1 && !ways.contains(latin.toString())) {
                ways.add(latin.toString());
            }
        }
        return ways;
    }

    private static Map<Character, String[]> table() {
        Map<Character, String[]> table = new HashMap<>();
        for (int i = 0; i < LATIN.length; i += 2) {
            String[] ways = LATIN[i + 1].split("\\|", -1);
            table.put(LATIN[i].charAt(0), ways.length == WAYS ? ways : new String[] {ways[0], ways[0], ways[0]});
        }
        return table;
    }
}
