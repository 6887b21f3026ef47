package org.symbolon.deidentification.cleaning.internal;

import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.cleaning.internal.NameTable.Hit;

/**
 * Finds the names in one text. A word that is spelled like a name of the record is one, unless it is an ordinary word as well:
 * then it has to be written like a name, or to stand beside one. Owned by one call.
 */
final class NameFinder {
    private static final int MAX_NEIGHBOUR_GAP = 2;
    private static final int MAX_TITLED_WORDS = 4;
    private static final int MIN_SHOUTED_NAME = 4;
    private static final int MIN_LETTERS_TO_SHOUT = 12;

    private enum State {
        NO,
        MAYBE,
        NAME
    }

    private final String text;
    private final Words words;
    private final NameTable names;
    private final TextKind kind;
    private final boolean shouting;
    private final State[] states;

    NameFinder(String text, Words words, NameTable names, TextKind kind) {
        this.text = text;
        this.words = words;
        this.names = names;
        this.kind = kind;
        this.shouting = isShouting(text);
        this.states = new State[words.count()];
    }

    void find(Changes changes) {
        boolean any = false;
        for (int i = 0; i < states.length; i++) {
            states[i] = judge(i);
            any |= states[i] != State.NO;
        }
        if (kind == TextKind.NARRATIVE) {
            any |= findUnknown();
        }
        if (!any) {
            return;
        }
        settleDoubts();
        takeInInitials();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == State.NAME && !changes.covers(words.start(i))) {
                changes.add(new Change(words.start(i), endOf(i), Placeholder.NAME.text()));
            }
        }
    }

    /** With the dot of an initial. */
    private int endOf(int word) {
        boolean initial = words.end(word) - words.start(word) == 1 && words.isFollowedByDot(word);
        return initial ? words.end(word) + 1 : words.end(word);
    }

    private State judge(int word) {
        Hit hit = names.hit(words.folded(word));
        boolean capital = words.isCapitalised(word);
        boolean label = kind == TextKind.LABEL;
        return switch (hit) {
            case NONE -> State.NO;
            case EXACT -> State.NAME;
            case INFLECTED -> capital ? State.NAME : State.MAYBE;
            case COMMON_OWN -> capital && !label ? State.NAME : State.MAYBE;
            case COMMON ->
                !capital
                        ? State.NO
                        : label || shouting || words.beginsSentence(word) ? State.MAYBE : commonInSentence(word);
        };
    }

    /** A capital inside a sentence tells a name, unless all the words around it have one, as in a heading. */
    private State commonInSentence(int word) {
        boolean after = word + 1 < words.count() && words.isCapitalised(word + 1) && isNear(word + 1);
        boolean before = word > 0 && words.isCapitalised(word - 1) && isNear(word);
        return after || before ? State.MAYBE : State.NAME;
    }

    /** A doubtful word is a name beside a name or behind a title; two doubtful ones make a name of each other. */
    private void settleDoubts() {
        for (int i = 0; i < states.length; i++) {
            if (states[i] != State.MAYBE) {
                continue;
            }
            boolean before = i > 0 && isNear(i);
            boolean titled = before && Titles.precedesName(words, i - 1, text);
            boolean after = i + 1 < states.length && isNear(i + 1);
            if (titled
                    || (before && states[i - 1] == State.NAME)
                    || (after && states[i + 1] == State.NAME)
                    || (after && states[i + 1] == State.MAYBE && isAnother(i, i + 1) && words.isCapitalised(i))) {
                states[i] = State.NAME;
            }
        }
    }

    private boolean isAnother(int one, int other) {
        return !words.folded(one).equals(words.folded(other)) && words.isCapitalised(other);
    }

    /** Single letters beside a name: J. Kowalski, Kowalski J., O'Connor; and the other half of a double name. */
    private void takeInInitials() {
        for (int i = states.length - 1; i > 0; i--) {
            if (states[i] == State.NAME && belongsTo(i - 1, i)) {
                states[i - 1] = State.NAME;
            }
        }
        for (int i = 1; i < states.length; i++) {
            if (states[i - 1] == State.NAME && belongsTo(i, i)) {
                states[i] = State.NAME;
            }
        }
    }

    private boolean belongsTo(int word, int gapBefore) {
        if (states[word] == State.NAME || !words.isCapitalised(word)) {
            return false;
        }
        String gap = words.gapBefore(gapBefore);
        if (gap.equals("-") && kind == TextKind.NARRATIVE) {
            return words.isTitleCase(word) && !CommonWords.contains(words.folded(word));
        }
        boolean single = words.folded(word).length() == 1
                && Character.isLetter(words.folded(word).charAt(0));
        if (!single || gap.length() > MAX_NEIGHBOUR_GAP || gap.indexOf('\n') >= 0) {
            return false;
        }
        return words.isFollowedByDot(word) || gap.equals("'") || names.isInitial(words.folded(word));
    }

    private boolean isNear(int word) {
        int gap = words.gapLength(word);
        if (gap > MAX_NEIGHBOUR_GAP) {
            return false;
        }
        for (int i = words.start(word) - gap; i < words.start(word); i++) {
            if (" ,.-'\u2019\u00A0^_".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Names that the record's fields do not hold, told by the title or the word for a relative before them. */
    private boolean findUnknown() {
        boolean any = false;
        for (int i = 0; i + 1 < states.length; i++) {
            int limit = Titles.precedesName(words, i, text)
                    ? MAX_TITLED_WORDS
                    : Titles.isRelative(words.folded(i))
                                    && words.gapBefore(i + 1).equals(" ")
                            ? 2
                            : 0;
            for (int next = i + 1, taken = 0; taken < limit && next < states.length; next++) {
                if (!isNear(next)) {
                    break;
                }
                if (Titles.isSuffix(words.folded(next)) && words.isFollowedByDot(next)) {
                    continue;
                }
                boolean initial =
                        words.folded(next).length() == 1 && words.isFollowedByDot(next) && words.isCapitalised(next);
                if (!initial && !looksLikeName(next)) {
                    break;
                }
                taken++;
                states[next] = State.NAME;
                any = true;
            }
        }
        return any;
    }

    private boolean looksLikeName(int word) {
        String folded = words.folded(word);
        boolean written = words.isTitleCase(word)
                || (shouting && words.isCapitalised(word) && folded.length() >= MIN_SHOUTED_NAME);
        return written && !CommonWords.contains(folded) && !Character.isDigit(folded.charAt(0));
    }

    private static boolean isShouting(String text) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLowerCase(c)) {
                lower++;
            }
        }
        return upper >= MIN_LETTERS_TO_SHOUT && upper > 5 * lower;
    }
}
