package org.symbolon.deidentification.cleaning.internal;

import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.internal.NameTable.Hit;

/** Names inside a word that is written without blanks: Smith2, 20190312SMITH, thoraxSmith. */
final class NamePieces {
    private static final int MIN_PIECE = 3;
    private static final int MIN_OTHERS_PIECE = 4;
    private static final int MAX_WORD = 256;

    private NamePieces() {}

    /** The whole word goes: the rest may be the number or day of the name's owner. */
    static void find(String text, Words words, int word, NameTable names, Changes changes) {
        int start = words.start(word);
        int end = words.end(word);
        if (end - start > MAX_WORD || changes.covers(start)) {
            return;
        }
        for (int from = start; from < end; ) {
            int to = endOfPiece(text, from, end);
            if (to - from >= MIN_PIECE && isName(text, from, to, names)) {
                changes.add(new Change(start, end, Placeholder.NAME.text()));
                return;
            }
            from = to;
        }
    }

    /** Letters up to a digit, or to a capital behind a small letter; or digits up to a letter. */
    private static int endOfPiece(String text, int from, int end) {
        boolean digits = Character.isDigit(text.charAt(from));
        int to = from + 1;
        while (to < end
                && Character.isDigit(text.charAt(to)) == digits
                && !(Character.isUpperCase(text.charAt(to)) && Character.isLowerCase(text.charAt(to - 1)))) {
            to++;
        }
        return to;
    }

    private static boolean isName(String text, int from, int to, NameTable names) {
        if (Character.isDigit(text.charAt(from))) {
            return false;
        }
        String folded = Folding.fold(text, from, to);
        Hit hit = names.hit(folded);
        return switch (hit) {
            case EXACT -> to - from >= MIN_OTHERS_PIECE || names.own().contains(folded);
            case COMPOSED -> to - from > MIN_OTHERS_PIECE;
            case NONE, COMMON, COMMON_OWN, INFLECTED -> false;
        };
    }
}
