package org.symbolon.deidentification.splice;

import java.io.IOException;

/** How both sides of a splice get their digests. Implementations are thread-safe. */
@FunctionalInterface
public interface ObjectDigests {
    /** SHA-256 of both. */
    ObjectDigests SHA_256 = splice -> new Sha256Sides();

    /** Both digests, as far as a walk has come; used by one thread. */
    interface Sides extends SpliceSides {
        /** When the walk is over; once. */
        Digests end();
    }

    /** For one walk over the splice. */
    Sides begin(Splice splice);

    /** Reads the source once. */
    default Digests of(Splice splice) throws IOException {
        Sides sides = begin(splice);
        splice.walk(sides);
        return sides.end();
    }
}
