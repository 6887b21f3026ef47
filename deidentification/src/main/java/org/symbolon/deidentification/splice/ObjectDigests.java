package org.symbolon.deidentification.splice;

import java.io.IOException;

/** How both sides of a splice get their digests; {@code Splice::digests} is SHA-256. Implementations are thread-safe. */
@FunctionalInterface
public interface ObjectDigests {
    /** Reads the source once. */
    Digests of(Splice result) throws IOException;
}
