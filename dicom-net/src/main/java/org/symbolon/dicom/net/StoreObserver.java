package org.symbolon.dicom.net;

import java.io.IOException;

/** Hears what became of the objects of {@link AssociationRequester#storeAll}, on its thread, each object once. */
public interface StoreObserver {
    /** The peer has answered, be it success or not. With an asynchronous window, answers come in any order. */
    void answered(OutgoingObject object, StoreResponse response);

    /**
     * The object was not sent: the peer takes none of its transfer syntaxes, or its source failed before anything had left. The
     * association goes on.
     */
    void notSent(OutgoingObject object, IOException reason);
}
