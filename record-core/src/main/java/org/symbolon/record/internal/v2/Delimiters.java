package org.symbolon.record.internal.v2;

import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The characters that part the values of a message, as its header declares them (2.5.4); {@link #NONE} where it declares fewer.
 *
 * @param truncation declared since 2.7; it parts nothing, but is no text either
 */
record Delimiters(byte field, byte component, byte repetition, byte escape, byte subcomponent, byte truncation) {
    static final byte NONE = 0;
    private static final int MAX_DECLARED = 5;

    /** Reads them from a header segment (MSH, FHS, BHS) that begins at the offset. */
    static Delimiters read(byte[] bytes, int offset) {
        byte field = bytes[offset + 3];
        byte[] declared = new byte[MAX_DECLARED];
        int count = 0;
        for (int at = offset + 4; at < bytes.length && bytes[at] != field && !isLineBreak(bytes[at]); at++) {
            if (count == MAX_DECLARED) {
                throw corrupt(offset, "declares more delimiters than there are");
            }
            declared[count++] = bytes[at];
        }
        Delimiters delimiters = new Delimiters(field, declared[0], declared[1], declared[2], declared[3], declared[4]);
        delimiters.check(offset);
        return delimiters;
    }

    static boolean isLineBreak(byte value) {
        return value == '\r' || value == '\n' || value == Mllp.START || value == Mllp.END;
    }

    private void check(int offset) {
        byte[] all = {field, component, repetition, escape, subcomponent, truncation};
        for (int i = 0; i < all.length; i++) {
            if (all[i] == NONE) {
                continue;
            }
            if (all[i] <= ' ' || all[i] == 0x7F || Character.isLetterOrDigit(all[i])) {
                throw corrupt(offset, "declares a delimiter that is none");
            }
            for (int j = 0; j < i; j++) {
                if (all[j] == all[i]) {
                    throw corrupt(offset, "declares one delimiter twice");
                }
            }
        }
    }

    private static SymbolonException corrupt(int offset, String what) {
        return new SymbolonException(ErrorCode.CORRUPT, "The header segment at byte " + offset + " " + what);
    }
}
