package org.symbolon.deidentification.cleaning.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/** The e-mail addresses and URLs of one record, looked for where a word begins like one. Built, then only read. */
final class LinkTable {
    private static final int MAX_LINKS = 1_024;
    private static final int MIN_LINK = 4;

    private final Map<String, List<String>> byWord = new HashMap<>();
    private int count;

    void add(String link) {
        Words words = new Words(link);
        if (words.count() > 1 && link.length() >= MIN_LINK && count < MAX_LINKS) {
            count++;
            byWord.computeIfAbsent(words.folded(0), k -> new ArrayList<>(1)).add(link.substring(words.start(0)));
        }
    }

    void find(String text, Words words, Changes changes) {
        if (byWord.isEmpty()) {
            return;
        }
        for (int i = 0; i < words.count(); i++) {
            List<String> links = byWord.get(words.folded(i));
            if (links != null) {
                find(text, words.start(i), links, changes);
            }
        }
    }

    private static void find(String text, int start, List<String> links, Changes changes) {
        for (String link : links) {
            if (text.regionMatches(true, start, link, 0, link.length())) {
                changes.add(new Change(start, start + link.length(), Placeholder.CONTACT.text()));
            }
        }
    }
}
