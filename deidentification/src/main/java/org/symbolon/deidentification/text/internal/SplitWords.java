package org.symbolon.deidentification.text.internal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that inline markup parts, which a reader sees as one: coloured initials, highlighted syllables. The cleaner reads each
 * stretch of text by itself.
 */
final class SplitWords {
    private static final String LETTERS = "[\\p{L}\\p{M}\\p{N}]+";
    private static final String INLINE_TAG =
            "</?(?:[A-Za-z0-9_.-]+:)?(?:a|b|big|content|em|font|i|linkhtml|mark|s|small|span|strong|sub|sup|u)(?:\\s[^<>]*)?>";
    private static final Pattern SPLIT =
            Pattern.compile(LETTERS + "(?:(?:" + INLINE_TAG + ")+" + LETTERS + ")+", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_NON_ASCII = 0x80;

    private SplitWords() {}

    /** Each as one word, without its markup; most texts have none. Takes time linear in the text. */
    static List<String> of(String markup) {
        if (!mayHold(markup)) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        Matcher match = SPLIT.matcher(markup);
        while (match.find()) {
            words.add(withoutTags(match.group()));
        }
        return words;
    }

    /** Whether a tag begins right behind a word. */
    private static boolean mayHold(String markup) {
        for (int tag = markup.indexOf('<', 1); tag > 0; tag = markup.indexOf('<', tag + 1)) {
            char before = markup.charAt(tag - 1);
            if (before >= FIRST_NON_ASCII || Character.isLetterOrDigit(before)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutTags(String split) {
        StringBuilder word = new StringBuilder(split.length());
        boolean tag = false;
        for (int i = 0; i < split.length(); i++) {
            char c = split.charAt(i);
            tag |= c == '<';
            if (!tag) {
                word.append(c);
            }
            tag &= c != '>';
        }
        return word.toString();
    }
}
