package org.symbolon.dicom.net;

import java.io.IOException;

/** Sends what a C-GET asked for, as C-STORE sub-operations on the same association. For the association's thread only. */
public interface GetResponder {
    /** Tells how many objects there are, before the first is sent; for the peer's progress display. */
    void total(int objects);

    /** Whether the peer would take an object of this class in this transfer syntax. */
    boolean takes(String sopClassUid, String transferSyntax);

    /**
     * Sends one object and waits for the answer. An object that the peer does not take, see {@link #takes}, counts as failed
     * and is answered with {@link Status#SOP_CLASS_NOT_SUPPORTED} without being sent.
     *
     * @throws DicomNetworkException if the association is gone; let it pass
     */
    StoreResponse send(String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source)
            throws IOException;

    /** Counts an object as failed that cannot be sent at all. */
    void failed(String sopInstanceUid);

    /** Whether the peer has cancelled the C-GET: send no more. */
    boolean cancelled();
}
