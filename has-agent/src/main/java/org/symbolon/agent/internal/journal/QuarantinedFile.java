package org.symbolon.agent.internal.journal;

import org.jspecify.annotations.Nullable;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;

/**
 * Where something kept aside lies.
 *
 * @param key of a refused object; null for an original
 */
public record QuarantinedFile(
        long id,
        QuarantineEntry.Kind kind,
        String fileName,
        ErrorCode code,
        @Nullable ObjectKey key) {}
