package org.symbolon.deidentification;

/** When a file that has been written is safe from a power failure. */
public enum Durability {
    /** File and folder are forced to disk before the call returns. */
    ON_DISK,
    /** The operating system decides; for outputs that can be made again. */
    WHEN_CONVENIENT
}
