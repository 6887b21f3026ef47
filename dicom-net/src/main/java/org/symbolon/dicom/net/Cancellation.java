package org.symbolon.dicom.net;

/**
 * Asks a running C-FIND, C-GET or C-MOVE to end: the requester then sends one C-CANCEL (PS3.7 9.3.2.3) and goes on taking what the
 * peer still sends until its final response. Thread-safe; for one operation.
 */
public final class Cancellation {
    private volatile boolean requested;

    /** From any thread, a sink or listener of the operation included. */
    public void cancel() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }
}
