package org.symbolon.deidentification.cleaning.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms that a name takes in Polish, Lithuanian, Czech, Latvian, Russian and Greek sentences, folded, told by its ending: more
 * than any language has, since the name's own language is unknown. Forms that are ordinary words are the caller's to judge.
 */
final class NameForms {
    private static final int MIN_NAME = 3;
    private static final int MIN_FAMILY_STEM = 4;
    private static final List<String> ADJECTIVE =
            List.of("i", "iego", "iemu", "im", "ich", "imi", "a", "iej", "ie", "ienes", "iene");
    private static final List<String> ADJECTIVE_Y = List.of("y", "ego", "emu", "ym", "ych", "ymi", "a", "ej", "e");
    private static final List<String> CONSONANT = List.of(
            "a", "owi", "em", "iem", "ie", "e", "u", "i", "y", "owie", "ow", "om", "ami", "ach", "owa", "owej", "owna",
            "owny", "ownie", "iu", "ia", "iowi", "s", "ovi", "ova", "ove", "ovou");
    private static final List<String> WOMAN_A = List.of("a", "y", "i", "ie", "e", "o", "ii", "os", "ai", "oje", "u");
    private static final List<String> WOMAN_E = List.of("e", "es", "ei", "eje", "iu", "ej");
    private static final List<String> AS = List.of("as", "o", "ui", "a", "u", "e", "ai", "ams", "us", "ais", "uose");
    private static final List<String> IS =
            List.of("is", "ys", "io", "iui", "i", "iu", "yje", "y", "iai", "iams", "ius");
    private static final List<String> US = List.of("us", "aus", "ui", "u", "umi", "uje", "au");
    private static final List<String> PLURAL = List.of("ai", "u", "ams", "us", "ais", "uose");
    private static final List<String> DAUGHTERS = List.of(
            "iene", "ienes", "ienei", "aite", "aites", "aitei", "yte", "ytes", "ytei", "ute", "utes", "utei", "iute",
            "iutes", "iutei", "e", "es", "ei");
    private static final List<String> LATVIAN_S = List.of("a", "am", "u", "ai", "as");
    private static final List<String> MOVING_IEN = List.of("a", "owi", "em", "u", "ow", "ami", "ach");
    private static final List<String> CYRILLIC_CONSONANT = List.of(
            "\u0430",
            "\u0443",
            "\u043E\u043C",
            "\u0435\u043C",
            "\u0435",
            "\u044B",
            "\u044B\u043C",
            "\u043E\u0438",
            "\u043E\u0432\u0438",
            "\u044B\u0445",
            "\u044B\u043C\u0438",
            "\u0438");
    private static final List<String> CYRILLIC_A = List.of(
            "\u044B",
            "\u0438",
            "\u0435",
            "\u0443",
            "\u043E\u0438",
            "\u0435\u0438",
            "\u043E\u044E",
            "\u0456",
            "\u043E\u0432");
    private static final List<String> CYRILLIC_YA =
            List.of("\u0438", "\u0435", "\u044E", "\u0435\u0438", "\u0435\u044E", "\u0456", "\u0439");
    private static final List<String> CYRILLIC_I = List.of(
            "\u044F",
            "\u044E",
            "\u0435\u043C",
            "\u0435",
            "\u043E\u0433\u043E",
            "\u0435\u0433\u043E",
            "\u043E\u043C\u0443",
            "\u0435\u043C\u0443",
            "\u0438\u043C",
            "\u043E\u043C",
            "\u0430\u044F",
            "\u0443\u044E",
            "\u043E\u0438",
            "\u0438\u0435",
            "\u0438\u0445");
    private static final List<String> GREEK_OS =
            List.of("\u03BF\u03C5", "\u03BF", "\u03B5", "\u03BF\u03B9", "\u03C9\u03BD");
    private static final List<String> FAMILY_ENDINGS = List.of("iene", "aite", "iute", "yte", "ute");

    private static final char GREEK = '\u0370';
    private static final char CYRILLIC = '\u0400';
    private static final char LAST_CYRILLIC = '\u04FF';

    private NameForms() {}

    /**
     * The name itself is not among them.
     *
     * @param name folded
     */
    static Set<String> of(String name) {
        Set<String> forms = new HashSet<>();
        if (name.length() < MIN_NAME || !name.chars().allMatch(Character::isLetter)) {
            return forms;
        }
        char last = name.charAt(name.length() - 1);
        if (last >= GREEK && last <= LAST_CYRILLIC) {
            if (last >= CYRILLIC) {
                cyrillic(forms, name, last);
            } else {
                greek(forms, name, last);
            }
            forms.remove(name);
            return forms;
        }
        if (name.endsWith("ski")
                || name.endsWith("cki")
                || name.endsWith("dzki")
                || name.endsWith("ska")
                || name.endsWith("cka")) {
            add(forms, cut(name, 1), ADJECTIVE);
        } else if (name.endsWith("y")) {
            add(forms, cut(name, 1), ADJECTIVE_Y);
        } else if (name.endsWith("i")) {
            add(forms, cut(name, 1), ADJECTIVE);
        } else if (name.endsWith("a") || name.endsWith("o")) {
            add(forms, cut(name, 1), WOMAN_A);
            softened(forms, cut(name, 1));
        } else if (name.endsWith("e")) {
            add(forms, cut(name, 1), WOMAN_E);
        } else {
            add(forms, name, CONSONANT);
            softened(forms, name);
            withoutMovingVowel(forms, name);
        }
        lithuanian(forms, name);
        if (last != 's') {
            forms.add(name + "s");
        } else {
            add(forms, cut(name, 1), LATVIAN_S);
        }
        if (name.endsWith("ien")) {
            add(forms, cut(name, 3) + "ni", MOVING_IEN);
        }
        forms.remove(name);
        forms.removeIf(form -> form.length() < MIN_NAME);
        return forms;
    }

    private static void cyrillic(Set<String> forms, String name, char last) {
        switch (last) {
            case '\u0430' -> {
                add(forms, cut(name, 1), CYRILLIC_A);
                forms.add(cut(name, 1));
            }
            case '\u044F' -> {
                add(forms, cut(name, 1), CYRILLIC_YA);
                add(forms, cut(name, 2), CYRILLIC_I);
            }
            case '\u0438', '\u044C' -> {
                add(forms, cut(name, 1), CYRILLIC_I);
                // folded, so that the last letter of an adjective is the same as the one before
                add(forms, cut(name, 2), CYRILLIC_I);
            }
            default -> add(forms, name, CYRILLIC_CONSONANT);
        }
    }

    private static void greek(Set<String> forms, String name, char last) {
        if (last == '\u03C3') {
            forms.add(cut(name, 1));
            if (name.charAt(name.length() - 2) == '\u03BF') {
                add(forms, cut(name, 2), GREEK_OS);
            }
        } else {
            forms.add(name + '\u03C3');
        }
    }

    /** Kazlauskas, Petraitis, Butkus, Trakai, and the wives and daughters of these. */
    private static void lithuanian(Set<String> forms, String name) {
        if (name.endsWith("as")) {
            masculine(forms, cut(name, 2), AS);
        } else if (name.endsWith("is") || name.endsWith("ys")) {
            masculine(forms, cut(name, 2), IS);
            palatal(forms, cut(name, 2));
        } else if (name.endsWith("us")) {
            masculine(forms, cut(name, 2), US);
        } else if (name.endsWith("ai")) {
            add(forms, cut(name, 2), PLURAL);
        }
        for (String ending : FAMILY_ENDINGS) {
            if (name.endsWith(ending) && name.length() - ending.length() >= MIN_FAMILY_STEM) {
                String stem = cut(name, ending.length());
                List.of(AS, IS, US, DAUGHTERS).forEach(endings -> add(forms, stem, endings));
                palatal(forms, stem);
            }
        }
    }

    private static void masculine(Set<String> forms, String stem, List<String> endings) {
        add(forms, stem, endings);
        add(forms, stem, DAUGHTERS);
    }

    /** Petraitis, Petraicio; Gaidys, Gaidzio. */
    private static void palatal(Set<String> forms, String stem) {
        if (stem.endsWith("t")) {
            add(forms, cut(stem, 1) + "c", List.of("io", "iui", "iu", "iai", "iams", "ius"));
        } else if (stem.endsWith("d")) {
            add(forms, stem + "z", List.of("io", "iui", "iu", "iai", "iams", "ius"));
        }
    }

    /** Robert, Robercie; Wanda, Wandzie; Barbara, Barbarze; Monika, Monice; Kinga, Kindze. */
    private static void softened(Set<String> forms, String stem) {
        if (stem.isEmpty()) {
            return;
        }
        String root = cut(stem, 1);
        switch (stem.charAt(stem.length() - 1)) {
            case 't' -> forms.add(root + "cie");
            case 'd' -> forms.add(root + "dzie");
            case 'r' -> forms.add(root + "rze");
            case 'k' -> forms.add(root + "ce");
            case 'g' -> forms.add(root + "dze");
            case 'h' -> forms.add(root + "sze");
            default -> forms.add(stem + "ie");
        }
    }

    /** Marek, Marka; Kupiec, Kupca; Pawel, Pawla; Aleksander, Aleksandra. */
    private static void withoutMovingVowel(Set<String> forms, String name) {
        for (String ending : List.of("iec", "ek", "ec", "el", "er")) {
            if (name.endsWith(ending) && name.length() > ending.length() + 1) {
                String stem = cut(name, ending.length()) + name.charAt(name.length() - 1);
                add(forms, stem, CONSONANT);
                softened(forms, stem);
                return;
            }
        }
    }

    private static void add(Set<String> forms, String stem, List<String> endings) {
        endings.forEach(ending -> forms.add(stem + ending));
    }

    private static String cut(String text, int characters) {
        return text.substring(0, text.length() - characters);
    }
}
