package org.symbolon.dicom.net.internal;

import org.symbolon.dicom.net.AssociationRejection;

/**
 * What the service user asks of the {@link UpperLayer}, written to the channel from any thread: the request and response
 * primitives of PS3.8 section 7. P-DATA is written as a bare buffer of whole PDUs, so that the channel counts its bytes.
 */
sealed interface Outbound {
    /** A-ASSOCIATE response. */
    record Accept(AssociatePdu pdu) implements Outbound {}

    /** A-ASSOCIATE response. */
    record Reject(AssociationRejection.Reason reason) implements Outbound {}

    record ReleaseRequest() implements Outbound {}

    record ReleaseResponse() implements Outbound {}

    /**
     * A-ABORT.
     *
     * @param reason says the truth: the service user, or what the provider's own timers found
     */
    record Abort(AbortReason reason) implements Outbound {}

    /** Not the user's wish: the peer's PDUs were found invalid only after they had left the decoder. */
    record Violation(AbortReason reason, String message) implements Outbound {}
}
