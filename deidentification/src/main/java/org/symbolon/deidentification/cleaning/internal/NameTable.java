package org.symbolon.deidentification.cleaning.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.cleaning.Whose;

/** The names of one record in all their forms. Built, then only read. */
final class NameTable {
    /** How much a word that is spelled like a name says. */
    enum Hit {
        NONE,
        /** An inflected form that is an ordinary word, or another person's name that is one. */
        COMMON,
        /** The patient's own name, which is an ordinary word. */
        COMMON_OWN,
        /** An inflected form. */
        INFLECTED,
        /** A name as the record spells it, which is no ordinary word. */
        EXACT
    }

    private final Map<String, Hit> hits = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private final Set<Character> initials = new HashSet<>();

    /** Adds a name of the patient's, or of somebody else. */
    void add(String folded, Whose whose) {
        if (whose == Whose.PATIENT) {
            own.add(folded);
        }
        initials.add(folded.charAt(0));
        boolean common = CommonWords.contains(folded);
        if (common) {
            put(folded, whose == Whose.PATIENT ? Hit.COMMON_OWN : Hit.COMMON);
        } else {
            put(folded, Hit.EXACT);
        }
        for (String form : NameForms.of(folded)) {
            put(form, common || CommonWords.contains(form) ? Hit.COMMON : Hit.INFLECTED);
        }
    }

    private void put(String form, Hit hit) {
        hits.merge(form, hit, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    Hit hit(String folded) {
        return hits.getOrDefault(folded, Hit.NONE);
    }

    boolean isInitial(String folded) {
        return initials.contains(folded.charAt(0));
    }

    /** The parts of the patient's own name. */
    Set<String> own() {
        return own;
    }
}
