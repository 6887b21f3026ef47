package org.symbolon.deidentification.cleaning.internal;

import java.util.Set;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.cleaning.internal.NameFinder.State;

/**
 * Names of people whom no field names and no title announces, told by their endings: Kowalewski, Stankevi\u010Dius, Papadakis. Only endings that words of
 * medicine and of the languages around do not have; what is an ordinary word or an eponym stays.
 */
final class FamilyNames {
    private static final int MIN_LETTERS = 7;
    private static final int MIN_ENDING = 5;
    private static final int MAX_ENDING = 9;

    /** Folded. */
    private static final Set<String> ENDINGS = WordSet.of(
            // Polish, in all cases
            "owski owska owskiego owskiemu owskim owskiej ewski ewska ewskiego ewskiemu ewskim ewskiej iecki iecka ieckiego ieckiej "
                    + "iewicz iewicza iewiczowi iewiczem owicz owicza owiczowi owiczem kiewicz kiewicza "
                    // Lithuanian
                    + "auskas auskiene auskaite evicius eviciaus eviciene eviciute avicius aviciaus aviciene aviciute auskienes auskaites "
                    + "evicienes eviciutes avicienes aviciutes onyte inyte anyte unyte "
                    // Greek
                    + "opoulos opoulou adakis oulakis "
                    // Scandinavian
                    + "qvist quist");

    /** As they end in Lithuanian letters, which no loan word of medicine has. */
    private static final Set<String> LITHUANIAN =
            Set.of("ien\u0117", "yt\u0117", "ait\u0117", "iut\u0117", "\u016Bt\u0117");

    /** Of medicine: they mostly stand without the word that would tell. */
    private static final Set<String> EPONYMS = WordSet.of(
            "minkowski lewandowski wisniewski malinowski sokolowski rosenquist lindquist dahlquist jankovic");

    private FamilyNames() {}

    /** Marks them; whether there are any. */
    static boolean find(Words words, TextKind kind, Set<String> kept, State[] states) {
        boolean any = false;
        for (int i = 0; i < states.length; i++) {
            if (states[i] == State.NO
                    && words.length(i) >= MIN_LETTERS
                    && words.isTitleCase(i)
                    && (kind != TextKind.NARRATIVE || !words.beginsSentence(i))
                    && isOne(words, i, kept)) {
                states[i] = State.NAME;
                any = true;
            }
        }
        return any;
    }

    private static boolean isOne(Words words, int word, Set<String> kept) {
        String folded = words.folded(word);
        if (!hasEnding(folded) && !hasLithuanianEnding(words, word)) {
            return false;
        }
        return !EPONYMS.contains(folded)
                && !kept.contains(folded)
                && !CommonWords.contains(folded)
                && !Eponyms.isTerm(words, word);
    }

    private static boolean hasEnding(String folded) {
        int length = folded.length();
        for (int ending = MIN_ENDING; ending <= MAX_ENDING && ending < length - 1; ending++) {
            if (ENDINGS.contains(folded.substring(length - ending))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLithuanianEnding(Words words, int word) {
        if (words.last(word) != '\u0117') {
            return false;
        }
        return LITHUANIAN.stream().anyMatch(ending -> words.endsWith(word, ending));
    }
}
