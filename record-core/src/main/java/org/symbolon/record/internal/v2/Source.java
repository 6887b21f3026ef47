package org.symbolon.record.internal.v2;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of a record, twice.
 *
 * @param bytes as they are
 * @param masked for finding delimiters: no byte of a multi-byte character looks like one
 */
@SuppressWarnings("ArrayRecordComponent")
record Source(byte[] bytes, byte[] masked) {
    String ascii(Slice slice) {
        return new String(bytes, slice.start(), slice.end() - slice.start(), StandardCharsets.US_ASCII);
    }
}
