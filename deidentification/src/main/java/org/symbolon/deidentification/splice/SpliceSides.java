package org.symbolon.deidentification.splice;

import java.nio.ByteBuffer;

/**
 * Takes the bytes of both sides of a splice as {@link Splice#walk} reads them: what remains in the buffers, whose content is the
 * caller's again afterwards. Their positions may be moved.
 */
public interface SpliceSides {
    /** Bytes of the source alone. */
    void removed(ByteBuffer bytes);

    /** Bytes of the result alone. */
    void brought(ByteBuffer bytes);

    /** Bytes that both have, next in each. */
    void kept(ByteBuffer bytes);
}
