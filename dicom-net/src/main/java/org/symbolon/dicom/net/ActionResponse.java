package org.symbolon.dicom.net;

import org.jspecify.annotations.Nullable;

/**
 * What a handler answers to an N-ACTION.
 *
 * @param status see {@link Status}
 * @param errorComment as in {@link StoreResponse}
 * @param event asked for the N-EVENT-REPORT that follows on the same association; null: none follows
 */
public record ActionResponse(
        int status, String errorComment, @Nullable EventSource event) {
    public static ActionResponse successThen(EventSource event) {
        return new ActionResponse(Status.SUCCESS, "", event);
    }

    public static ActionResponse failure(int status, String errorComment) {
        return new ActionResponse(status, errorComment, null);
    }
}
