package org.symbolon.deidentification.splice;

import java.io.IOException;

/** How both sides of a splice are digested. Implementations are thread-safe. */
@FunctionalInterface
public interface ObjectDigests {
    /** SHA-256, which hospital and data centre both can compute. */
    ObjectDigests SHA_256 = Splice::digests;

    /** The digests of the whole source file and of the result. */
    Digests of(Splice splice) throws IOException;
}
