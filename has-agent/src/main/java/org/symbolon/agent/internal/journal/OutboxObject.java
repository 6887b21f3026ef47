package org.symbolon.agent.internal.journal;

import org.symbolon.crosswalk.ObjectKey;

/**
 * A row of the outbox. The id is what logs name it by.
 *
 * @param context of a textual record: no SOP class, and its media type
 */
public record OutboxObject(
        long id,
        ObjectState state,
        ObjectKey key,
        ContextPair context,
        long dataSetOffset,
        long dataSetLength,
        int attempts) {}
