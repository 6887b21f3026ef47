package org.symbolon.agent.internal.journal;

import org.symbolon.agent.QuarantineEntry;
import org.symbolon.model.ErrorCode;

/**
 * Where something kept aside lies.
 *
 * @param dataSetSha256 of a refused object; empty for an original
 */
public record QuarantinedFile(
        long id, QuarantineEntry.Kind kind, String fileName, ErrorCode code, String dataSetSha256) {}
