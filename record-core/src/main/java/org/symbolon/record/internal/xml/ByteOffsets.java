package org.symbolon.record.internal.xml;

/** Tells where in the bytes a character stands. */
@FunctionalInterface
interface ByteOffsets {
    /** Offset of the character of that index, which is not below the one asked for before. */
    int of(int character);
}
