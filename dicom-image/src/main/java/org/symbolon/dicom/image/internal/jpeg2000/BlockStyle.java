package org.symbolon.dicom.image.internal.jpeg2000;

/** The flags of code-block style (T.800 table A.19, T.814 A.4), as one number. */
record BlockStyle(int flags) {
    private static final int KNOWN = 0x7F;

    BlockStyle {
        if ((flags & ~KNOWN) != 0) {
            throw Faults.unsupported("A code-block style of a later edition");
        }
    }

    /** Raw bits instead of arithmetic coding in the lower planes. */
    boolean bypass() {
        return (flags & 1) != 0;
    }

    boolean resetContexts() {
        return (flags & 2) != 0;
    }

    boolean terminateEachPass() {
        return (flags & 4) != 0;
    }

    boolean verticallyCausal() {
        return (flags & 8) != 0;
    }

    boolean segmentationSymbols() {
        return (flags & 0x20) != 0;
    }

    /** Blocks of T.814. */
    boolean highThroughput() {
        return (flags & 0x40) != 0;
    }
}
