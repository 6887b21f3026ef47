package org.symbolon.crosswalk.internal.store;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person name (PS3.5 6.2.1.1, or free text) in the form in which two records of one patient ID are compared. Only component
 * groups in the same kind of letters can be compared; case, diacritics, middle name, prefix, suffix and the order of
 * components do not count ({@code docs/format/crosswalk.md}).
 */
final class PersonName {
    /** What two names say about each other. */
    enum Likeness {
        /** Family and given name are the same in one group. */
        SAME,
        /** They may be one person's: the given name is the same, or one says less than the other. */
        ALIKE,
        /** They have no group in common, or one is absent. */
        SILENT,
        OTHER
    }

    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern APOSTROPHES = Pattern.compile("['`\\u2018\\u2019\\u02BC]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String[][] SPELLINGS = {
        {"\u00DF", "SS"},
        {"\u1E9E", "SS"},
        {"\u00D8", "O"},
        {"\u00C6", "A"},
        {"\u0152", "O"},
        {"\u0141", "L"},
        {"\u0110", "D"},
        {"\u00D0", "D"},
        {"\u00DE", "TH"},
        {"\u0130", "I"},
        {"AE", "A"},
        {"OE", "O"},
        {"UE", "U"}
    };
    private static final int MAX_GROUPS = 3;

    private final List<Group> groups;

    private PersonName(List<Group> groups) {
        this.groups = groups;
    }

    static PersonName of(String name) {
        List<Group> groups = new ArrayList<>();
        for (String text : name.split("=", MAX_GROUPS)) {
            Group group = Group.of(text);
            if (!group.all.isEmpty()) {
                groups.add(group);
            }
        }
        return new PersonName(groups);
    }

    /** Symmetric. */
    Likeness compare(PersonName other) {
        Likeness best = Likeness.SILENT;
        for (Group mine : groups) {
            for (Group theirs : other.groups) {
                if (mine.letters != theirs.letters) {
                    continue;
                }
                if (mine.isSame(theirs)) {
                    return Likeness.SAME;
                }
                if (mine.isAlike(theirs)) {
                    best = Likeness.ALIKE;
                } else if (best == Likeness.SILENT) {
                    best = Likeness.OTHER;
                }
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return "[person name]";
    }

    /** One component group; of a name without delimiters nobody knows which word is which. */
    private static final class Group {
        private final UnicodeScript letters;
        private final boolean delimited;
        private final List<String> family;
        private final List<String> given;
        /** Given and middle names. */
        private final Set<String> forenames = new LinkedHashSet<>();

        private final Set<String> all = new LinkedHashSet<>();

        private Group(String[] components) {
            delimited = components.length > 1;
            family = words(components[0]);
            given = delimited ? words(components[1]) : List.of();
            forenames.addAll(given);
            forenames.addAll(components.length > 2 ? words(components[2]) : List.of());
            for (String component : components) {
                all.addAll(words(component));
            }
            letters = letters(String.join("", all));
        }

        static Group of(String text) {
            return new Group(text.split("\\^", -1));
        }

        private boolean isSame(Group other) {
            return (!named().isEmpty()
                            && (named().equals(other.named()) || reversed().equals(other.named())))
                    || (!isPartial() && !other.isPartial() && hasNamesOf(other) && other.hasNamesOf(this));
        }

        private String named() {
            return String.join("", family) + String.join("", given);
        }

        private String reversed() {
            return String.join("", given) + String.join("", family);
        }

        /** Whether family or given name is missing. */
        private boolean isPartial() {
            return delimited ? family.isEmpty() || given.isEmpty() : family.size() < 2;
        }

        /** Whether the other's family and given name stand here; of plain text, all words but initials do. */
        private boolean hasNamesOf(Group other) {
            return all.containsAll(other.given)
                    && other.family.stream()
                            .allMatch(word -> all.contains(word) || (!other.delimited && isInitial(word)));
        }

        private boolean isAlike(Group other) {
            return sharesForename(other)
                    || other.sharesForename(this)
                    || all.containsAll(other.all)
                    || other.all.containsAll(all)
                    || (delimited && other.delimited && family.equals(other.family) && hasInitialOf(other));
        }

        /** The first forename of this one is one of the other's, or among the words of a plain text. */
        private boolean sharesForename(Group other) {
            Set<String> theirs = other.delimited ? other.forenames : other.all;
            return !given.isEmpty() && !isInitial(given.get(0)) && theirs.contains(given.get(0));
        }

        private boolean hasInitialOf(Group other) {
            String mine = String.join("", given);
            String theirs = String.join("", other.given);
            return (isInitial(mine) && theirs.startsWith(mine)) || (isInitial(theirs) && mine.startsWith(theirs));
        }

        /** A single letter of an alphabet; a single ideograph is a whole name. */
        private static boolean isInitial(String word) {
            return word.length() == 1 && letters(word) != UnicodeScript.HAN;
        }

        private static List<String> words(String component) {
            String decomposed =
                    Normalizer.normalize(APOSTROPHES.matcher(component).replaceAll(""), Normalizer.Form.NFKD);
            String plain = MARKS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
            for (String[] spelling : SPELLINGS) {
                plain = plain.replace(spelling[0], spelling[1]);
            }
            List<String> words = new ArrayList<>();
            for (String word : BETWEEN_WORDS.split(katakana(plain))) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            return words;
        }

        /** Hiragana U+3041 to U+3096 have their katakana 0x60 further on. */
        private static String katakana(String text) {
            StringBuilder converted = new StringBuilder(text.length());
            text.chars().forEach(c -> converted.append((char) (c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c)));
            return converted.toString();
        }

        /** Ideographs count before the kana beside them. */
        private static UnicodeScript letters(String text) {
            UnicodeScript first = UnicodeScript.COMMON;
            for (int point : text.codePoints().toArray()) {
                UnicodeScript script = UnicodeScript.of(point);
                if (script == UnicodeScript.HAN) {
                    return script;
                }
                boolean counts = script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
                first = first == UnicodeScript.COMMON && counts ? script : first;
            }
            return first;
        }
    }
}
