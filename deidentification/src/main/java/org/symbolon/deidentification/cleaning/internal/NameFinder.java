package org.symbolon.deidentification.cleaning.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private static final int MIN_LETTERS_TO_SHOUT = 12;
    private static final String NEAR = " ,.-'\u2019\u00A0^_=\u3000";

    enum State {
        NO,
        MAYBE,
        NAME
    }

    private final String text;
    private final Words words;
    private final NameTable names;
    private final TextKind kind;
    private final Set<String> kept;
    private final State[] states;
    private @Nullable Boolean shouting;
    private boolean any;

    NameFinder(String text, Words words, NameTable names, TextKind kind, Set<String> kept) {
        this.text = text;
        this.words = words;
        this.names = names;
        this.kind = kind;
        this.kept = kept;
        this.states = new State[words.count()];
    }

    void find(Changes changes) {
        boolean known = !names.isEmpty();
        for (int i = 0; i < states.length; i++) {
            states[i] = known ? judge(i) : State.NO;
            any |= states[i] != State.NO;
        }
        if (known) {
            findParted();
        }
        if (kind != TextKind.LABEL) {
            any |= new UnknownNames(words, text, kind, this::isShouting).find(states);
            any |= FamilyNames.find(words, kind, kept, states);
        }
        if (any) {
            settleDoubts();
            takeInInitials();
        }
        for (int i = 0; i < states.length; i++) {
            if (states[i] == State.NAME && !changes.covers(words.start(i))) {
                changes.add(new Change(words.start(i), endOf(i), Placeholder.NAME.text()));
            } else if (known && states[i] == State.NO && words.length(i) > 3 && words.isMixed(i)) {
                NamePieces.find(text, words, i, names, changes);
            }
        }
    }

    /** With the dot of an initial. */
    private int endOf(int word) {
        boolean initial = words.length(word) == 1 && words.isFollowedByDot(word);
        return initial ? words.end(word) + 1 : words.end(word);
    }

    private State judge(int word) {
        Hit hit = names.hit(words.folded(word));
        if (hit != Hit.NONE && !kept.isEmpty() && kept.contains(words.folded(word))) {
            return State.NO;
        }
        if (hit == Hit.NONE) {
            boolean abbreviation = kind != TextKind.LABEL
                    && words.isFollowedByDot(word)
                    && words.isCapitalised(word)
                    && names.isAbbreviation(words.folded(word));
            return abbreviation ? State.MAYBE : State.NO;
        }
        boolean capital = words.isCapitalised(word);
        return switch (hit) {
            case NONE -> State.NO;
            case EXACT, COMPOSED -> State.NAME;
            case INFLECTED -> capital ? State.NAME : State.MAYBE;
            case COMMON_OWN -> capital && isOwn(word) ? State.NAME : State.MAYBE;
            case COMMON ->
                !capital
                        ? State.NO
                        : kind != TextKind.NARRATIVE
                                        || isShouting()
                                        || words.beginsSentence(word)
                                        || Eponyms.isTerm(words, word)
                                ? State.MAYBE
                                : commonInSentence(word);
        };
    }

    /** Whether an ordinary word with a capital, which is the patient's name, is meant as that. */
    private boolean isOwn(int word) {
        if (kind == TextKind.LABEL || Eponyms.isTerm(words, word)) {
            return false;
        }
        String folded = words.folded(word);
        boolean ofImaging = CommonWords.isOfImaging(folded) || folded.length() <= 2;
        if (kind == TextKind.DESCRIPTION) {
            return !ofImaging;
        }
        return !ofImaging || !(isShouting() || words.beginsSentence(word));
    }

    /** A capital inside a sentence tells a name, unless a word or placeholder beside it has one, as in a heading. */
    private State commonInSentence(int word) {
        boolean after = word + 1 < words.count() && isCapitalLetter(word + 1) && isNear(word + 1);
        boolean before = word > 0 && isCapitalLetter(word - 1) && isNear(word);
        return after || before || isBesidePlaceholder(word) ? State.MAYBE : State.NAME;
    }

    private boolean isCapitalLetter(int word) {
        return Character.isUpperCase(words.first(word));
    }

    /** What stood there may have had a capital, so that cleaning twice gives the same. */
    private boolean isBesidePlaceholder(int word) {
        int before = words.start(word) - 1;
        int after = words.end(word);
        for (int i = 0; i < MAX_NEIGHBOUR_GAP; i++) {
            before -= before >= 0 && NEAR.indexOf(text.charAt(before)) >= 0 ? 1 : 0;
            after += after < text.length() && NEAR.indexOf(text.charAt(after)) >= 0 ? 1 : 0;
        }
        return (before >= 0 && text.charAt(before) == ']') || (after < text.length() && text.charAt(after) == '[');
    }

    /** Gil Dong, Anna-Maria: one name of the record as two words. */
    private void findParted() {
        for (int i = 0; i + 1 < states.length; i++) {
            if (states[i] == State.NO
                    && names.isParted(words.folded(i), words.folded(i + 1))
                    && words.isGap(i + 1, " -")) {
                states[i] = State.NAME;
                states[i + 1] = State.NAME;
                any = true;
            }
        }
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
            } else if (after && isOwnPair(i)) {
                states[i] = State.NAME;
                states[i + 1] = State.NAME;
            }
        }
    }

    /** Two names of the patient's, side by side: whatever words they are, and in whatever letters, together they are he. */
    private boolean isOwnPair(int word) {
        return states[word + 1] == State.MAYBE
                && names.hit(words.folded(word)) == Hit.COMMON_OWN
                && names.hit(words.folded(word + 1)) == Hit.COMMON_OWN
                && !words.folded(word).equals(words.folded(word + 1))
                && !Eponyms.isTerm(words, word + 1);
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
        boolean capital = words.isCapitalised(word) || !Character.isLowerCase(words.first(word));
        if (states[word] == State.NAME || !capital) {
            return false;
        }
        if (words.isGap(gapBefore, "-") && kind == TextKind.NARRATIVE) {
            return words.isTitleCase(word) && !CommonWords.contains(words.folded(word));
        }
        boolean single = words.length(word) == 1 && Character.isLetter(words.first(word));
        if (!single || !words.isGap(gapBefore, MAX_NEIGHBOUR_GAP, NEAR)) {
            return false;
        }
        return words.isFollowedByDot(word) || words.isGap(gapBefore, "'") || names.isInitial(words.folded(word));
    }

    private boolean isNear(int word) {
        return words.isGap(word, MAX_NEIGHBOUR_GAP, NEAR);
    }

    private boolean isShouting() {
        if (shouting == null) {
            shouting = countShouting();
        }
        return shouting;
    }

    /** Whether nearly all letters are capitals; our own placeholders do not count. */
    private boolean countShouting() {
        int upper = 0;
        int lower = 0;
        for (int word = 0; word < words.count(); word++) {
            for (int i = words.start(word); i < words.end(word); i++) {
                char c = text.charAt(i);
                if (Character.isUpperCase(c)) {
                    upper++;
                } else if (Character.isLowerCase(c)) {
                    lower++;
                }
            }
        }
        return upper >= MIN_LETTERS_TO_SHOUT && upper > 5 * lower;
    }
}
