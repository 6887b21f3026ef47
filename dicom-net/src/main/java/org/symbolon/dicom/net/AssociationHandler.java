package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The services of one association on a {@link DicomServer}. All methods are called on the association's own thread, one at a
 * time, and may block. What a method throws is answered with a failure status and a comment that tells nothing of the
 * exception, and is logged by its class only; the association goes on. A {@link DicomNetworkException} of the association's own stream or
 * responder is to be passed on.
 */
public interface AssociationHandler extends AutoCloseable {
    /** Whether the SOP class is served at all. */
    boolean accepts(String abstractSyntax);

    /** One of the proposed transfer syntaxes of an accepted SOP class; null: none of them will do. */
    @Nullable
    String choose(String abstractSyntax, List<String> proposed);

    /** Whether the requester may be SCP of the class, as it must to receive C-GET sub-operations. */
    default boolean acceptsScpRole(String abstractSyntax) {
        return true;
    }

    /** Whether the requester may be SCU of the class, as it is by default. */
    default boolean acceptsScuRole(String abstractSyntax) {
        return true;
    }

    /**
     * SOP class extended negotiation (PS3.7 D.3.3.5) of an accepted SOP class.
     *
     * @param proposed service class application information of the requester
     * @return the answer; null: none, which leaves everything at its defaults
     */
    default byte @Nullable [] extendedNegotiation(String sopClassUid, byte[] proposed) {
        return null;
    }

    /**
     * The server response to a user identity for which the requester asked for one (PS3.7 D.3.3.7.2). Whoever does not accept
     * the identity has thrown {@link AssociationRejection} from the factory.
     *
     * @return empty for a plain yes, a ticket or an assertion for Kerberos and SAML; null: the identity was ignored
     */
    default byte @Nullable [] userIdentityResponse(UserIdentity identity) {
        return null;
    }

    /** C-ECHO; returns a status. */
    default int echo() {
        return Status.SUCCESS;
    }

    /**
     * C-STORE. The response is sent when this returns, so what is acknowledged must be safe by then.
     *
     * @param dataSet ends with the data set, and throws {@link DicomNetworkException} if the data set does not arrive whole;
     *     what is left unread is skipped; valid until this call returns
     */
    default StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        return new StoreResponse(Status.SOP_CLASS_NOT_SUPPORTED, "");
    }

    /** N-ACTION. The response may be followed by an N-EVENT-REPORT on the same association. */
    default ActionResponse action(ActionRequest request) throws IOException {
        return ActionResponse.failure(Status.NO_SUCH_ACTION, "");
    }

    /**
     * C-GET. Returns {@link Status#SUCCESS} to let the final status follow from what was sent (0000, B000, A702, FE00), or a
     * failure status for the peer.
     */
    default int get(GetRequest request, GetResponder responder) throws IOException {
        return Status.SOP_CLASS_NOT_SUPPORTED;
    }

    /**
     * C-FIND. Returns {@link Status#SUCCESS} once all matches were sent, which is answered as {@link Status#CANCEL} where the peer
     * cancelled; or a failure status for the peer.
     */
    default int find(FindRequest request, FindResponder responder) throws IOException {
        return Status.SOP_CLASS_NOT_SUPPORTED;
    }

    /**
     * C-MOVE to a destination that {@link #destinations} knows; others were refused before. Returns {@link Status#SUCCESS} to let
     * the final status follow from what was sent, as in {@link #get}, or a failure status for the peer.
     */
    default int move(MoveRequest request, MoveResponder responder) throws IOException {
        return Status.SOP_CLASS_NOT_SUPPORTED;
    }

    /** Where the destinations of C-MOVE are, and who is told of commitments on a new association. */
    default DestinationResolver destinations() {
        return DestinationResolver.NONE;
    }

    /** N-CREATE. */
    default ObjectResponse create(ObjectRequest request) throws IOException {
        return ObjectResponse.failure(Status.UNRECOGNISED_OPERATION, "");
    }

    /** N-SET. */
    default ObjectResponse set(ObjectRequest request) throws IOException {
        return ObjectResponse.failure(Status.UNRECOGNISED_OPERATION, "");
    }

    /** N-GET. */
    default ObjectResponse read(ObjectRequest request) throws IOException {
        return ObjectResponse.failure(Status.UNRECOGNISED_OPERATION, "");
    }

    /** N-DELETE. */
    default ObjectResponse delete(ObjectRequest request) throws IOException {
        return ObjectResponse.failure(Status.UNRECOGNISED_OPERATION, "");
    }

    /** N-EVENT-REPORT from a requester that is the SCP, such as the outcome of a storage commitment (PS3.4 J.3.3). */
    default ObjectResponse event(EventReport report, String callingAeTitle) throws IOException {
        return ObjectResponse.failure(Status.NO_SUCH_EVENT_TYPE, "");
    }

    /** The association has ended, in whatever way. */
    @Override
    default void close() {}
}
