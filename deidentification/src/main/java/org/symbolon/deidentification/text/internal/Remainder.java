package org.symbolon.deidentification.text.internal;

import java.nio.charset.Charset;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The bytes of a record that are in no place: syntax, where nobody's name or number belongs. Finding one there means that a
 * reader has overlooked a value.
 */
final class Remainder {
    private static final int MIN_BYTES = 4;

    private final IdentityTerms terms;
    private final Charset charset;
    private final byte[] bytes;

    Remainder(IdentityTerms terms, Charset charset, byte[] bytes) {
        this.terms = terms;
        this.charset = charset;
        this.bytes = bytes;
    }

    /** Refuses with {@code IDENTITY_AT_RISK}. */
    void check(int start, int end) {
        if (end - start >= MIN_BYTES
                && hasWord(start, end)
                && terms.stickOutOf(new String(bytes, start, end - start, charset))) {
            throw new SymbolonException(
                    ErrorCode.IDENTITY_AT_RISK, "A value of the patient's is left between the fields at byte " + start);
        }
    }

    private boolean mayBegin(int word) {
        byte first = bytes[word];
        byte second = bytes[word + 1];
        return first <= 0 || second <= 0 || terms.mayBegin((char) first, (char) second);
    }

    /**
     * Whether letters, digits or bytes of other characters stand in a row, which take fewer bytes in no character set. A word of
     * ASCII that begins with a small letter and has no digit, as most of syntax is, is neither a name nor a number ({@link
     * IdentityTerms#stickOutOf}).
     */
    private boolean hasWord(int start, int end) {
        int run = 0;
        boolean may = false;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            boolean small = b >= 'a' && b <= 'z';
            if (small || b <= 0 || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z')) {
                may |= b <= '9' || (run == 0 && !small);
                run++;
                if (may && run >= MIN_BYTES && mayBegin(i + 1 - run)) {
                    return true;
                }
            } else if (b == '&') {
                // a character reference may stand inside a word
                return true;
            } else {
                run = 0;
                may = false;
            }
        }
        return false;
    }
}
