package org.symbolon.agent.internal.journal;

import org.symbolon.crosswalk.ObjectKey;

/** A de-identified object whose file stands in the outbox. Offset and length are bytes of that file's data set. */
public record StagedObject(ObjectKey key, ContextPair context, long dataSetOffset, long dataSetLength) {
    /** A textual record: its file holds nothing else. */
    public static StagedObject record(ObjectKey key, String mediaType, long length) {
        return new StagedObject(key, ContextPair.ofRecord(mediaType), 0, length);
    }
}
