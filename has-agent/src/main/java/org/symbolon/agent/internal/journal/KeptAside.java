package org.symbolon.agent.internal.journal;

import java.time.Instant;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.model.ErrorCode;

/**
 * A row to be written for the quarantine.
 *
 * @param fileName within the quarantine folder
 * @param contentSha256 of that file, hexadecimal
 * @param origin path it came from; the same content from the same place is kept once
 */
public record KeptAside(
        QuarantineEntry.Kind kind,
        String fileName,
        String contentSha256,
        String origin,
        ErrorCode code,
        String rule,
        String tag,
        long offset,
        Instant at) {}
