package org.symbolon.deidentification.cleaning.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The inflected forms of names, made when a word first begins like one of them: most words of most texts do not. Holds at most
 * {@value #MAX_NAMES} names; further ones are looked for in their own form only. Thread-safe once all are added.
 */
final class FormTable {
    private static final int MAX_NAMES = 4_096;
    private static final int SURE_LETTERS = 5;

    private final Map<Integer, List<String>> waiting = new HashMap<>();
    private final Set<String> forms = new HashSet<>();
    private final Beginnings beginnings = new Beginnings();
    private int names;

    void add(String folded) {
        if (names < MAX_NAMES) {
            names++;
            if (folded.length() >= SURE_LETTERS) {
                beginnings.add(folded);
            } else {
                beginnings.addFirst(folded.charAt(0));
            }
            waiting.computeIfAbsent(key(folded, folded.length() >= SURE_LETTERS), k -> new ArrayList<>(2))
                    .add(folded);
        }
    }

    boolean contains(String folded) {
        return folded.length() > 1 && beginnings.may(folded, 0) && isForm(folded);
    }

    private synchronized boolean isForm(String folded) {
        if (!waiting.isEmpty()) {
            expand(key(folded, true));
            expand(key(folded, false));
        }
        return forms.contains(folded);
    }

    /** A form begins with the same two letters as its name, if that is long enough; else with the same one. */
    private static int key(String word, boolean two) {
        return two ? word.charAt(0) << 16 | word.charAt(1) : word.charAt(0);
    }

    private void expand(int key) {
        List<String> list = waiting.remove(key);
        if (list != null) {
            list.forEach(name -> forms.addAll(NameForms.of(name)));
        }
    }
}
