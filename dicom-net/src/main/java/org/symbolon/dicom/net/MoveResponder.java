package org.symbolon.dicom.net;

import java.io.IOException;
import java.util.List;

/**
 * Sends what a C-MOVE asked for to its destination, over associations of its own, and keeps the requester informed with pending
 * responses. For the association's thread only.
 */
public interface MoveResponder {
    /**
     * Sends all objects; ends early if the C-MOVE is cancelled. Objects that cannot be sent, or that the destination refuses,
     * count as failed. If the destination cannot be reached or the association with it breaks, all that is left counts as
     * failed.
     *
     * @throws DicomNetworkException if the requester's association is gone; let it pass
     */
    void send(List<OutgoingObject> objects) throws IOException;

    /** Counts an object as failed that cannot be sent at all. */
    void failed(String sopInstanceUid);

    /** Whether the peer has cancelled the C-MOVE: send no more. */
    boolean cancelled() throws IOException;
}
