package org.symbolon.deidentification.splice;

/** A part of a splice's result: a range of the source file, or what an edit brought. */
sealed interface Segment {

    long length();

    /** A range of the source file. */
    record Range(long offset, long length) implements Segment {}

    /** Bytes in memory, gaps between close edits among them, or a range of another file. */
    record Brought(EditBytes bytes) implements Segment {
        @Override
        public long length() {
            return bytes.length();
        }
    }
}
