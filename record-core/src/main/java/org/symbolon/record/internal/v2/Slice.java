package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.List;

/** A run of bytes of the record, end excluded. */
record Slice(int start, int end) {
    boolean isEmpty() {
        return start == end;
    }

    /** The parts between the delimiters, empty ones included; the slice itself where the message declares no such delimiter. */
    List<Slice> split(byte[] bytes, byte delimiter) {
        List<Slice> parts = new ArrayList<>(4);
        int from = start;
        for (int at = start; delimiter != Delimiters.NONE && at < end; at++) {
            if (bytes[at] == delimiter) {
                parts.add(new Slice(from, at));
                from = at + 1;
            }
        }
        parts.add(new Slice(from, end));
        return parts;
    }
}
