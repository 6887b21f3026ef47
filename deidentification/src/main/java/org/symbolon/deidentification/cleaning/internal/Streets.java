package org.symbolon.deidentification.cleaning.internal;

import java.util.HashSet;
import java.util.Set;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/**
 * Addresses that the record does not hold, told by the word for a street and what stands around it: 12 Main Street, ul. Polna 3,
 * Vilniaus g. 5, Hauptstra\u00DFe 7; with the town and the postal code behind it.
 */
final class Streets {
    private static final Set<String> AFTER =
            WordSet.of("street avenue road boulevard lane highway parkway terrace crescent");
    private static final Set<String> AFTER_WITH_DOT = WordSet.of("st ave rd blvd ln hwy");
    private static final Set<String> BEFORE =
            WordSet.of("ulica ulicy \u0443\u043B \u0443\u043B\u0438\u0446\u0430 rue calle");
    private static final Set<String> BEFORE_WITH_DOT = WordSet.of("ul al os pl \u043F\u0440");
    private static final Set<String> LITHUANIAN = WordSet.of("g gatve pr prospektas al");
    private static final Set<String> STATES = WordSet.of(
            "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd "
                    + "tn tx ut vt va wa wv wi wy dc");
    private static final Set<String> INSIDE = WordSet.of("m lok apt suite unit k kv d bt \u0434 \u043A\u0432");
    private static final int MAX_NAME_WORDS = 3;
    private static final int MAX_TAIL_WORDS = 8;
    private static final int ZIP_DIGITS = 5;

    private final Words words;

    Streets(Words words) {
        this.words = words;
    }

    static Set<String> triggers() {
        Set<String> words = new HashSet<>(AFTER);
        words.addAll(AFTER_WITH_DOT);
        words.addAll(BEFORE);
        words.addAll(BEFORE_WITH_DOT);
        words.addAll(LITHUANIAN);
        words.addAll(STATES);
        return words;
    }

    void find(Changes changes) {
        for (int i = 0; i < words.count(); i++) {
            if (!words.isTrigger(i) && !isHouseNumber(i + 1)) {
                continue;
            }
            String word = words.folded(i);
            int first = -1;
            int last = i;
            if (AFTER.contains(word) || (AFTER_WITH_DOT.contains(word) && words.isTitleCase(i))) {
                first = numberBefore(i);
            } else if (BEFORE.contains(word) || (BEFORE_WITH_DOT.contains(word) && words.isFollowedByDot(i))) {
                last = namedAfter(i);
                first = last > i ? i : -1;
            } else if (LITHUANIAN.contains(word) && i > 0) {
                first = lithuanian(i);
                last = first >= 0 ? i + 1 : i;
            } else if (isGermanStreet(word) && words.isCapitalised(i) && isHouseNumber(i + 1)) {
                first = i;
                last = i + 1;
            } else if (STATES.contains(word) && words.length(i) == 2 && words.isShouted(i) && isZip(i + 1)) {
                first = townBefore(i);
                last = i + 1;
            }
            if (first >= 0) {
                int end = withTail(last);
                changes.add(new Change(words.start(first), words.end(end), Placeholder.ADDRESS.text()));
                i = end;
            }
        }
    }

    /** The number before up to three capitalised words before this one; negative if there is none. */
    private int numberBefore(int street) {
        for (int i = street - 1; i >= 0 && i >= street - MAX_NAME_WORDS - 1; i--) {
            if (!words.isGap(i + 1, 2, " .")) {
                return -1;
            }
            if (words.beginsWithDigit(i)) {
                return i < street - 1 && words.length(i) <= 6 ? i : -1;
            }
            if (!words.isCapitalised(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** The last of the capitalised words and the number behind this one. */
    private int namedAfter(int street) {
        int last = street;
        int names = 0;
        for (int i = street + 1; i < words.count() && i <= street + MAX_NAME_WORDS + 1; i++) {
            if (!words.isGap(i, 2, " .,")) {
                break;
            }
            if (isHouseNumber(i)) {
                return names > 0 ? i : street;
            }
            if (!words.isCapitalised(i) || words.beginsWithDigit(i)) {
                break;
            }
            names++;
            last = i;
        }
        boolean sure = !BEFORE_WITH_DOT.contains(words.folded(street))
                || words.folded(street).equals("ul");
        return sure && names > 0 ? last : street;
    }

    /** Vilniaus g. 5. */
    private int lithuanian(int street) {
        boolean dotted = words.length(street) > 3 || words.isFollowedByDot(street);
        return dotted && words.isTitleCase(street - 1) && words.isGap(street, " ") && isHouseNumber(street + 1)
                ? street - 1
                : -1;
    }

    private static boolean isGermanStreet(String word) {
        boolean whole = word.endsWith("strasse") || word.endsWith("allee") || word.endsWith("gasse");
        return (whole && word.length() > 6) || (word.endsWith("str") && word.length() > 5);
    }

    private boolean isHouseNumber(int word) {
        return word < words.count()
                && words.beginsWithDigit(word)
                && words.length(word) <= 5
                && words.isGap(word, 2, " .,");
    }

    private boolean isZip(int word) {
        return word < words.count()
                && words.length(word) == ZIP_DIGITS
                && words.isGap(word, 2, " ")
                && CheckDigits.areDigits(words.folded(word));
    }

    private int townBefore(int state) {
        if (state == 0 || !words.isGap(state, 2, " ,") || !words.isTitleCase(state - 1)) {
            return -1;
        }
        return state > 1 && words.isGap(state - 1, " ") && words.isTitleCase(state - 2) ? state - 2 : state - 1;
    }

    /** Numbers of house and flat, postal code, town, behind commas: what an address goes on with. */
    private int withTail(int last) {
        int end = last;
        for (int i = last + 1; i < words.count() && i <= last + MAX_TAIL_WORDS && words.isGap(i, 2, " ,./-"); i++) {
            boolean number = words.beginsWithDigit(i) && words.length(i) <= ZIP_DIGITS && isTailNumber(i);
            boolean inside = INSIDE.contains(words.folded(i)) && i + 1 < words.count() && words.beginsWithDigit(i + 1);
            boolean state =
                    words.length(i) == 2 && words.isShouted(i) && STATES.contains(words.folded(i)) && isZip(i + 1);
            boolean town = words.isTitleCase(i)
                    && words.length(i) > 2
                    && !CommonWords.contains(words.folded(i))
                    && (words.beginsWithDigit(i - 1) || words.gapBefore(i).indexOf(',') >= 0 || words.isGap(i, "-"));
            if (!(number || inside || state || town)) {
                break;
            }
            end = i;
        }
        return end;
    }

    private boolean isTailNumber(int word) {
        if (words.isGap(word, "/-.") || words.length(word) == ZIP_DIGITS) {
            return true;
        }
        boolean postal = word + 1 < words.count() && words.isGap(word + 1, "-") && words.beginsWithDigit(word + 1);
        return postal || INSIDE.contains(words.folded(word - 1));
    }
}
