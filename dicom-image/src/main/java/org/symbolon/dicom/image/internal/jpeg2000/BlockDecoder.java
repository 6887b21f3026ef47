package org.symbolon.dicom.image.internal.jpeg2000;

/** Turns the bytes of code-blocks into coefficients. Holds the memory for one block at a time; not thread-safe. */
interface BlockDecoder {
    int MAX_SAMPLES = 4096;

    /** More planes do not fit into an int with a sign and half a step. */
    int MAX_PLANES = 30;

    /**
     * Decodes a block.
     *
     * @param bytes that the block's segments refer to
     * @param planes of its sub-band, a shift for a region of interest included
     * @return the samples row by row: sign in bit 31, below it the magnitude in half steps, in the middle of what is known.
     *     Valid until the next call.
     */
    int[] decode(CodeBlock block, byte[] bytes, Subband subband, int planes, BlockStyle style);
}
