package org.symbolon.testkit.internal.study;

import java.math.BigInteger;
import org.symbolon.testkit.internal.Randomness;

/** Makes UIDs as the machines of a clinic do: under a root with a time and a counter, or from a UUID (PS3.5 annex B). */
final class UidFactory {
    private final String root;
    private final Randomness random;
    private int counter;

    /** @param root without a dot at its end; empty for UUID-derived UIDs */
    UidFactory(String root, Randomness random) {
        this.root = root;
        this.random = random;
    }

    String next() {
        counter++;
        if (root.isEmpty()) {
            BigInteger high = BigInteger.valueOf(random.nextLong() >>> 1).shiftLeft(64);
            return "2.25." + high.or(BigInteger.valueOf(random.nextLong() >>> 1));
        }
        return root + "." + random.digits(17) + "." + counter;
    }
}
