package org.symbolon.dicom.net;

/** Hears of the pending responses of a C-GET or C-MOVE, on the thread that asked for it. */
@FunctionalInterface
public interface RetrieveListener {
    /** Does nothing. */
    RetrieveListener NONE = counts -> {};

    void progress(SubOperations counts);
}
