package org.symbolon.agent;

import java.time.Instant;
import org.symbolon.model.ErrorCode;

/**
 * Something kept aside.
 *
 * @param file for the local administrator only, never for a log: the path it came from; for C-STORE and refused objects the
 *     name of the file in the quarantine
 * @param rule what was not kept, without any value
 * @param tag {@code (gggg,eeee)}, empty if none is known
 * @param offset in bytes, -1 if none is known
 */
public record QuarantineEntry(
        long id, Kind kind, String file, ErrorCode code, String rule, String tag, long offset, Instant at) {
    /** Most entries in one listing. */
    public static final int MAX_LISTED = 100_000;

    /** What is kept aside. */
    public enum Kind {
        /** A file as it came in. */
        ORIGINAL,
        /** A de-identified object that the data centre refuses. */
        ANONYMOUS
    }
}
