package org.symbolon.record.internal.v2;

/** A run of bytes of the record, end excluded. */
record Slice(int start, int end) {
    boolean isEmpty() {
        return start == end;
    }
}
