package org.symbolon.deidentification.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often each word or code occurs, and how many of them are there after as well. */
final class WordCount {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])\\p{L}{2,}(?![\\p{L}\\d])");

    private final Map<String, Integer> counts = new HashMap<>();
    private int total;

    void add(String item) {
        counts.merge(item, 1, Integer::sum);
        total++;
    }

    /** Every run of letters; Synthea's names have digits. */
    void addWords(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            add(words.group());
        }
    }

    int total() {
        return total;
    }

    /** How many of these are in the other count too. */
    int keptIn(WordCount other) {
        return counts.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0)))
                .sum();
    }

    /** The words that the other has fewer of, for the message of a failing test. */
    Map<String, Integer> lostIn(WordCount other) {
        Map<String, Integer> lost = new HashMap<>();
        counts.forEach((word, count) -> {
            int missing = count - other.counts.getOrDefault(word, 0);
            if (missing > 0) {
                lost.put(word, missing);
            }
        });
        return lost;
    }
}
