package org.symbolon.deidentification.cleaning.internal;

import java.util.Set;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/** Ages above the highest that may be told: 92-year-old, 92 yo, aged 92, lat 92, 92 m., 92 Jahre. */
final class Ages {
    private static final Set<String> UNITS = WordSet.of(
            "year years yr yrs yo y yom yof lat letni letnia letniej letniego letnim rok roku metu metai m jahre jahriger jahrige "
                    + "jahrigen jahr j ans anos anni \u043B\u0435\u0442 \u0433\u043E\u0434\u0430 \u043B\u0435\u0442\u043D\u0438\u0438 "
                    + "\u043B\u0435\u0442\u043D\u044F\u044F \u043B\u0435\u0442\u043D\u0435\u0438 \u043B\u0435\u0442\u043D\u0435\u0433\u043E");
    /** Units of length or other things as well, so that they need a dot or a word beside them. */
    private static final Set<String> DOUBTFUL = Set.of("m", "y", "j");

    private static final Set<String> BEFORE = WordSet.of(
            "age aged ages wiek wieku amzius amziaus alter edad eta lat \u0432\u043E\u0437\u0440\u0430\u0441\u0442");
    private static final Set<String> OLD =
            Set.of("old", "o", "amziaus", "zycia", "alt", "female", "male", "woman", "man");
    private static final String SUFFIXES = "\u6B73\u5C81\u624D\uC138\u6B72";
    private static final int MAX_AGE = 130;

    private final String text;
    private final Words words;
    private final int oldest;

    Ages(String text, Words words, int oldest) {
        this.text = text;
        this.words = words;
        this.oldest = oldest;
    }

    void find(Changes changes) {
        for (int i = 0; i < words.count(); i++) {
            if (!words.beginsWithDigit(i)) {
                continue;
            }
            int start = words.start(i);
            int end = start;
            int value = 0;
            while (end < words.end(i) && end - start < 4 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                value = value * 10 + text.charAt(end) - '0';
                end++;
            }
            if (value > oldest && value <= MAX_AGE && isAge(i, end) && !isDecimal(i)) {
                changes.add(new Change(start, end, Placeholder.AGE.text()));
            }
        }
    }

    /** Between letters that no blanks part. */
    void findUnspaced(Changes changes) {
        for (int i = 1; i < text.length(); i++) {
            if (SUFFIXES.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int start = i;
            while (start > 0 && i - start < 4 && Character.isDigit(text.charAt(start - 1))) {
                start--;
            }
            if (start < i && i - start < 4) {
                int value = Integer.parseInt(text, start, i, 10);
                if (value > oldest && value <= MAX_AGE) {
                    changes.add(new Change(start, i, Placeholder.AGE.text()));
                }
            }
        }
    }

    private boolean isDecimal(int word) {
        char before = words.start(word) > 0 ? text.charAt(words.start(word) - 1) : ' ';
        return before == '.'
                || before == ','
                || before == '/'
                || (before == '-' && word > 0 && words.beginsWithDigit(word - 1));
    }

    private boolean isAge(int word, int end) {
        if (end < words.end(word)) {
            return isJoined(word, end);
        }
        if (word > 0 && words.isGap(word, 3, " :.=-") && BEFORE.contains(words.folded(word - 1)) && !isMeasured(word)) {
            return true;
        }
        int next = word + 1;
        if (next >= words.count() || !words.isGap(next, 2, " -\u00A0\u2010\u2011")) {
            return false;
        }
        String unit = words.folded(next);
        if (!UNITS.contains(unit)) {
            return false;
        }
        return !DOUBTFUL.contains(unit) || isOld(next);
    }

    /** "lat 95%": a share or a measure is no age. */
    private boolean isMeasured(int word) {
        return words.isFollowedBy(word, '%')
                || (words.isFollowedBy(word, '.')
                        && word + 1 < words.count()
                        && words.isGap(word + 1, ".")
                        && words.beginsWithDigit(word + 1));
    }

    private boolean isOld(int unit) {
        if (words.folded(unit).equals("m")) {
            return words.isFollowedByDot(unit) && unit + 1 < words.count() && OLD.contains(words.folded(unit + 1));
        }
        return unit + 1 < words.count() && words.isGap(unit + 1, 2, " /.-") && OLD.contains(words.folded(unit + 1));
    }

    /** 92yo, 092Y, 92 with a character behind it that means years. */
    private boolean isJoined(int word, int end) {
        if (SUFFIXES.indexOf(text.charAt(end)) >= 0) {
            return true;
        }
        String unit = Folding.fold(text, end, words.end(word));
        if (unit.equals("y")) {
            return end - words.start(word) == 3 || isOld(word) || words.isFollowedBy(word, '/');
        }
        return UNITS.contains(unit) && !DOUBTFUL.contains(unit);
    }
}
