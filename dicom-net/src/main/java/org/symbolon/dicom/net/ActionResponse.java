package org.symbolon.dicom.net;

import org.jspecify.annotations.Nullable;

/**
 * What a handler answers to an N-ACTION.
 *
 * @param status see {@link Status}
 * @param errorComment as in {@link StoreResponse}
 * @param event asked for the N-EVENT-REPORT that follows; null: none follows
 * @param delivery how the report goes out
 */
public record ActionResponse(
        int status, String errorComment, @Nullable EventSource event, EventDelivery delivery) {
    /** With an event, if any, on the same association. */
    public ActionResponse(int status, String errorComment, @Nullable EventSource event) {
        this(status, errorComment, event, EventDelivery.SAME_ASSOCIATION);
    }

    public static ActionResponse successThen(EventSource event) {
        return successThen(event, EventDelivery.SAME_ASSOCIATION);
    }

    public static ActionResponse successThen(EventSource event, EventDelivery delivery) {
        return new ActionResponse(Status.SUCCESS, "", event, delivery);
    }

    public static ActionResponse failure(int status, String errorComment) {
        return new ActionResponse(status, errorComment, null);
    }
}
