package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.InputStream;

/** Takes the objects that a C-GET brings to a requester. Called on the thread that called {@link AssociationRequester#get}. */
@FunctionalInterface
public interface StoreSink {
    /**
     * Takes one object. The stream ends with the data set and throws {@link DicomNetworkException} if the data set does not
     * arrive whole; what is left unread is skipped. An exception thrown here is answered with a failure status, and the
     * C-GET goes on.
     *
     * @param dataSet valid until this call returns
     */
    StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException;
}
