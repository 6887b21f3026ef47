package org.symbolon.record.internal.v2;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record, twice.
 *
 * @param bytes as they are
 * @param masked for finding delimiters: no byte of a multi-byte character looks like one
 * @param wide where the bytes are not those of the file
 */
@SuppressWarnings("ArrayRecordComponent")
record Source(byte[] bytes, byte[] masked, @Nullable WideText wide) {
    /** Where a byte stands in the file. */
    int offset(int at) {
        return wide == null ? at : wide.offset(at);
    }

    String ascii(Slice slice) {
        return new String(bytes, slice.start(), slice.end() - slice.start(), StandardCharsets.US_ASCII);
    }
}
