package org.symbolon.dicom.image.internal.jpeg2000;

/**
 * Bounds the work that a codestream can ask for: packets that take no bytes, and coding passes, which decode on behind the
 * end of their bytes. One for each frame; not thread-safe.
 */
final class Effort {
    static final int MAX_STEPS = 1 << 24;

    /** Empty pictures need some 100,000 samples and passes a byte, which are quick; others less than 1,000. */
    static final long SAMPLE_PASSES_PER_BYTE = 1 << 14;

    static final long SAMPLE_PASSES_OF_ANY = 1 << 26;

    private int steps;
    private long samplePasses;
    private final long maxSamplePasses;

    Effort(int codestreamBytes) {
        maxSamplePasses = SAMPLE_PASSES_OF_ANY + SAMPLE_PASSES_PER_BYTE * codestreamBytes;
    }

    /** One place in a progression was looked at. */
    void step() {
        if (++steps > MAX_STEPS) {
            throw Faults.limit("more packets");
        }
    }

    /** A code-block of so many samples is decoded in so many passes. */
    void passes(int samples, int passes) {
        samplePasses += (long) samples * passes;
        if (samplePasses > maxSamplePasses) {
            throw Faults.limit("more coding passes for its bytes");
        }
    }
}
