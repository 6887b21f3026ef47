package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.util.Set;

/** Encrypts originals for the recipient of encrypted attributes. */
@FunctionalInterface
public interface Sealing {
    /** The encrypted content (PS3.15 E.1.1) for the top-level attributes with these tags. */
    byte[] seal(Set<Integer> tags) throws IOException;
}
