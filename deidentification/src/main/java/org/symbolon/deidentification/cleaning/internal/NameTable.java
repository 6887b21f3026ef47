package org.symbolon.deidentification.cleaning.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.cleaning.Whose;

/** The names of one record in all their forms. Built, then read by one thread. */
final class NameTable {
    private static final int MIN_COMPOSED = 4;
    private static final int MIN_WITH_INITIAL = 4;
    private static final int MAX_INITIALS = 2;
    private static final int MAX_WORD = 64;
    private static final int MAX_BEGINNINGS = 64;

    /** How much a word that is spelled like a name says. */
    enum Hit {
        NONE,
        /** An inflected form that is an ordinary word, or another person's name that is one. */
        COMMON,
        /** The patient's own name, which is an ordinary word. */
        COMMON_OWN,
        /** An inflected form. */
        INFLECTED,
        /** Names, or a name and initials, written as one word: jsmith, SmithJohn. */
        COMPOSED,
        /** A name as the record spells it, which is no ordinary word. */
        EXACT
    }

    private final Map<String, Hit> hits = new HashMap<>();
    private final FormTable forms = new FormTable();
    private final Set<String> own = new HashSet<>();
    private final Set<Character> initials = new HashSet<>();
    private final Beginnings beginnings = new Beginnings();

    /** Adds a name of the patient's, or of somebody else, as it is written. */
    void add(String written, String folded, Whose whose) {
        add(folded, whose);
        List<String> spellings = Spellings.of(written, folded);
        for (int i = 0; i < spellings.size(); i++) {
            add(spellings.get(i), whose);
        }
    }

    private void add(String folded, Whose whose) {
        if (whose == Whose.PATIENT) {
            own.add(folded);
        }
        char first = folded.charAt(0);
        initials.add(first);
        Hit hit = !CommonWords.contains(folded) ? Hit.EXACT : whose == Whose.PATIENT ? Hit.COMMON_OWN : Hit.COMMON;
        Hit before = hits.get(folded);
        if (before == null) {
            forms.add(folded);
            beginnings.add(folded);
        }
        if (before == null || before.compareTo(hit) < 0) {
            hits.put(folded, hit);
        }
    }

    /** Whether one of the names may begin with these folded letters; false only where none does. */
    boolean mayBegin(char first, char second) {
        return beginnings.may(first, second);
    }

    boolean isEmpty() {
        return hits.isEmpty();
    }

    Hit hit(String folded) {
        Hit exact = hits.get(folded);
        if (exact != null) {
            return exact;
        }
        int length = folded.length();
        if (length < 3 || length > MAX_WORD || hits.isEmpty()) {
            return Hit.NONE;
        }
        if ((beginnings.may(folded, 0) && isComposed(folded)) || isBehindInitials(folded)) {
            return Hit.COMPOSED;
        }
        if (forms.contains(folded)) {
            return CommonWords.contains(folded) ? Hit.COMMON : Hit.INFLECTED;
        }
        char first = folded.charAt(0);
        return first >= '\u0370' && first <= '\u04FF' ? inLatin(folded) : Hit.NONE;
    }

    /** A name of the record that is written in Latin letters there, and in others here. */
    private Hit inLatin(String folded) {
        List<String> spellings = Spellings.latin(folded);
        for (int i = 0; i < spellings.size(); i++) {
            String latin = spellings.get(i);
            Hit hit = hits.getOrDefault(latin, Hit.NONE);
            if (hit == Hit.EXACT || hit == Hit.COMMON_OWN || forms.contains(latin)) {
                return Hit.INFLECTED;
            }
        }
        return Hit.NONE;
    }

    /** Smithj, smithjohn: a name, and behind it another or initials of names. */
    private boolean isComposed(String folded) {
        int length = folded.length();
        int limit = Math.min(length - 1, MAX_BEGINNINGS);
        for (int end = 2; end <= limit; end++) {
            Hit hit = hits.get(folded.substring(0, end));
            if (hit == null) {
                continue;
            }
            int rest = length - end;
            Hit other = hits.get(folded.substring(end));
            if (other != null
                    && length >= MIN_COMPOSED + 1
                    && (hit == Hit.EXACT || other == Hit.EXACT || bothOwn(hit, other))) {
                return !CommonWords.contains(folded);
            }
            if (hit == Hit.EXACT
                    && end >= MIN_WITH_INITIAL
                    && rest <= MAX_INITIALS
                    && areInitials(folded, end, length)) {
                return !CommonWords.contains(folded);
            }
        }
        return false;
    }

    private static boolean bothOwn(Hit one, Hit other) {
        return one == Hit.COMMON_OWN && other == Hit.COMMON_OWN;
    }

    /** Jsmith, jasmith; and prefixes that Hebrew and Arabic write together with a name. */
    private boolean isBehindInitials(String folded) {
        int length = folded.length();
        boolean semitic = folded.charAt(0) >= '\u0590' && folded.charAt(0) <= '\u06FF';
        for (int start = 1; start <= MAX_INITIALS && length - start >= (semitic ? 2 : MIN_WITH_INITIAL); start++) {
            if (!beginnings.may(folded, start) || (!semitic && !areInitials(folded, 0, start))) {
                continue;
            }
            if (hits.get(folded.substring(start)) == Hit.EXACT) {
                return !CommonWords.contains(folded);
            }
        }
        return false;
    }

    private boolean areInitials(String folded, int start, int end) {
        if (!initials.contains(folded.charAt(start))) {
            return false;
        }
        return end - start == 1
                || initials.contains(folded.charAt(start + 1))
                || beginsName(folded.substring(start, end));
    }

    private boolean beginsName(String letters) {
        int seen = 0;
        for (String name : own) {
            if (name.startsWith(letters)) {
                return true;
            }
            if (++seen == MAX_BEGINNINGS) {
                return false;
            }
        }
        return false;
    }

    /** Whether two words, written apart, are one name: Gil Dong, Anna-Maria. */
    boolean isParted(String one, String other) {
        return one.length() > 1
                && other.length() > 1
                && beginnings.may(one, 0)
                && one.length() + other.length() <= MAX_WORD
                && hits.get(one + other) == Hit.EXACT;
    }

    boolean isInitial(String folded) {
        return !folded.isEmpty() && initials.contains(folded.charAt(0));
    }

    /** Whether this, before a dot, is the beginning of a name of the patient's. */
    boolean isAbbreviation(String folded) {
        return folded.length() >= 3 && beginnings.may(folded, 0) && beginsName(folded);
    }

    /** The parts of the patient's own name. */
    Set<String> own() {
        return own;
    }
}
