package org.symbolon.dicom.net;

import java.io.IOException;
import org.symbolon.dicom.DataSet;

/** Sends the matches of a C-FIND, each as soon as it is known. For the association's thread only. */
public interface FindResponder {
    /** Whether the keys of a match were all honoured. */
    enum Keys {
        /** Pending (FF00): every optional key is supported. */
        SUPPORTED,
        /** Pending (FF01): one or more optional keys are not supported for matching or existence. */
        SOME_UNSUPPORTED
    }

    /**
     * Sends one match; waits while the peer does not read.
     *
     * @throws DicomNetworkException if the association is gone; let it pass
     */
    void match(DataSet identifier, Keys keys) throws IOException;

    /** Sends one match that honours all keys. */
    default void match(DataSet identifier) throws IOException {
        match(identifier, Keys.SUPPORTED);
    }

    /**
     * Whether the peer has cancelled the C-FIND: send no more. The final status is then {@link Status#CANCEL}.
     *
     * @throws DicomNetworkException if the association is gone; let it pass
     */
    boolean cancelled() throws IOException;
}
