package org.symbolon.dicom.net;

/** Hears what became of the objects of {@link AssociationRequester#storeAll}, on its thread, each object once. */
public interface StoreObserver {
    /** The peer has answered, be it success or not. With an asynchronous window, answers come in any order. */
    void answered(OutgoingObject object, StoreResponse response);

    /**
     * The object was not sent, or not as a whole: the peer takes none of its transfer syntaxes (a {@link DicomNetworkException}), or
     * its source failed (an IOException or DicomFormatException). The association goes on, unless part of the object had left.
     */
    void notSent(OutgoingObject object, Exception reason);
}
