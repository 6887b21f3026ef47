package org.symbolon.testkit.score;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares texts word by word, without regard to case. MIDI-B looks for a word anywhere, inside other words too; here words of fewer than four characters must
 * stand by themselves, since chance writes them into others.
 */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.,:/+@-][\\p{L}\\p{M}\\p{N}]+)*");
    static final int LONG = 4;

    private Words() {}

    static List<String> of(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }

    /** Whether the text has the word. */
    static boolean has(String text, String word) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (word.length() >= LONG) {
            return lower.contains(word);
        }
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(lower);
        return matcher.find();
    }

    /** The first word of the wanted text that is missing, or empty. */
    static String firstMissing(String text, String wanted) {
        return of(wanted).stream().filter(word -> !has(text, word)).findFirst().orElse("");
    }

    /** The first word of the unwanted text that is there, or empty. */
    static String firstPresent(String text, String unwanted) {
        return of(unwanted).stream().filter(word -> has(text, word)).findFirst().orElse("");
    }
}
