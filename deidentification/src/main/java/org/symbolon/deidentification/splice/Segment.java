package org.symbolon.deidentification.splice;

/** A part of a splice's result: bytes in memory, or a range of the source file. */
sealed interface Segment {

    long length();

    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
    record Bytes(byte[] bytes) implements Segment {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    record Range(long offset, long length) implements Segment {}
}
