package org.symbolon.deidentification.cleaning.internal;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.cleaning.internal.NameFinder.State;

/**
 * Names that no field of the record holds, told by what stands before them: a title, a word for a relative, a label with a colon
 * ("Operator:"), or a deed ("signed by"). Owned by one call.
 */
final class UnknownNames {
    private static final int MAX_GAP = 2;
    private static final int MAX_WORDS = 4;
    private static final int MAX_RELATIVE_WORDS = 2;
    private static final int MIN_SHOUTED_NAME = 4;
    private static final int MIN_LABELLED_NAME = 2;
    private static final String NEAR = " ,.-'\u2019\u00A0^_";
    private static final String COLON_GAP = " :=\t\u00A0\uFF1A";

    /** What a form goes on with behind a name. */
    private static final Set<String> OF_FORMS =
            WordSet.of("dob mrn ssn sex age id birth date tel phone fax address exam study dept "
                    + "department ward room bed no nr pesel nip regon nhs acc accession ref visit time ct mr mri xr us pet dx cr "
                    + "geb ur gim geschlecht plec lytis wiek adres adresas");

    private final Words words;
    private final String text;
    private final TextKind kind;
    private final BooleanSupplier shouting;

    UnknownNames(Words words, String text, TextKind kind, BooleanSupplier shouting) {
        this.words = words;
        this.text = text;
        this.kind = kind;
        this.shouting = shouting;
    }

    /** Marks them; whether there are any. */
    boolean find(State[] states) {
        boolean any = false;
        for (int i = 0; i + 1 < states.length; i++) {
            if (!words.isTrigger(i)) {
                continue;
            }
            boolean label = isLabel(i);
            int limit = label || isTitle(i) || isDeed(i) ? MAX_WORDS : isRelative(i) ? MAX_RELATIVE_WORDS : 0;
            if (limit > 0) {
                any |= take(states, i, limit, label);
            }
        }
        return any;
    }

    private boolean take(State[] states, int cue, int limit, boolean label) {
        int taken = 0;
        int last = cue;
        for (int next = cue + 1; taken < limit && next < states.length; next++) {
            boolean first = next == cue + 1;
            if (!(first && label) && !words.isGap(next, MAX_GAP, NEAR)) {
                break;
            }
            if (endsSentence(next, taken)
                    || (!label && taken > 0 && words.gapBefore(next).indexOf(',') >= 0)) {
                break;
            }
            if (isTitleOrSuffix(next)) {
                continue;
            }
            boolean sure = first && Titles.isSure(words, cue, text);
            if (!isInitial(next) && !looksLikeName(next, label, sure)) {
                break;
            }
            taken++;
            last = next;
        }
        if (label && taken < 2 && Titles.isWeakLabel(words.folded(cue))) {
            return false;
        }
        for (int word = cue + 1; word <= last; word++) {
            if (!isTitleOrSuffix(word)) {
                states[word] = State.NAME;
            }
        }
        return taken > 0;
    }

    /** A dot behind a whole word ends the sentence, and with it the name. */
    private boolean endsSentence(int word, int taken) {
        return taken > 0
                && words.length(word - 1) > 2
                && words.gapLength(word) > 1
                && words.isFollowedByDot(word - 1)
                && !Titles.isSuffix(words.folded(word - 1));
    }

    private boolean isTitleOrSuffix(int word) {
        String folded = words.folded(word);
        return Titles.isSuffix(folded) && words.isFollowedByDot(word);
    }

    private boolean isInitial(int word) {
        return words.length(word) == 1
                && words.isFollowedByDot(word)
                && words.isCapitalised(word)
                && Character.isLetter(words.first(word));
    }

    private boolean isLabel(int word) {
        if (!words.isGap(word + 1, 3, COLON_GAP) || words.isGap(word + 1, " ")) {
            return false;
        }
        return Titles.isLabel(words.folded(word))
                && words.gapBefore(word + 1).strip().length() == 1;
    }

    /** DR is a kind of image, so that in a short text the title needs a dot or a small letter. */
    private boolean isTitle(int word) {
        if (!Titles.precedesName(words, word, text)) {
            return false;
        }
        return kind == TextKind.NARRATIVE || words.isFollowedByDot(word) || words.isTitleCase(word);
    }

    private boolean isDeed(int word) {
        return kind == TextKind.NARRATIVE && Titles.isDoneBy(words, word);
    }

    private boolean isRelative(int word) {
        return kind == TextKind.NARRATIVE && words.isGap(word + 1, " ") && Titles.isRelative(words.folded(word));
    }

    private boolean looksLikeName(int word, boolean label, boolean sure) {
        String folded = words.folded(word);
        if (!Character.isLetter(words.first(word))) {
            return false;
        }
        boolean written = words.isTitleCase(word)
                || (words.isCapitalised(word)
                        && words.isShouted(word)
                        && ((label && folded.length() >= MIN_LABELLED_NAME)
                                || (shouting.getAsBoolean() && folded.length() >= MIN_SHOUTED_NAME)));
        if (Titles.isSuffix(folded) || Titles.isLabel(folded) || OF_FORMS.contains(folded)) {
            return false;
        }
        boolean ordinary = CommonWords.contains(folded);
        return written && (!ordinary || (sure && words.isTitleCase(word) && !CommonWords.isOfImaging(folded)));
    }
}
