package org.symbolon.crosswalk.internal.store;

import java.security.SecureRandom;

/** Random identifiers of five bits a symbol. */
final class RandomText {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** Symbols of Crockford's base 32: digits and capital letters without I, L, O, U. */
    static String ofLength(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        return text.toString();
    }

    /** Uniform between the two, both included. */
    static int between(int least, int most) {
        return least + RANDOM.nextInt(most - least + 1);
    }
}
