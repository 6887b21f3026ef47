package org.symbolon.deidentification.splice;

/** Takes the bytes of both sides of a splice as {@link Splice#walk} reads them; the arrays are the caller's again afterwards. */
public interface SpliceSides {
    /** Bytes of the source alone. */
    void removed(byte[] bytes, int from, int length);

    /** Bytes of the result alone. */
    void brought(byte[] bytes, int from, int length);

    /** Bytes that both have, next in each. */
    void kept(byte[] bytes, int from, int length);
}
