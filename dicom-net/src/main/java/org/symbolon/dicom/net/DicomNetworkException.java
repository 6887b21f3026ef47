package org.symbolon.dicom.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An association could not be made, or ended before its time. It cannot be used any more, unless the documentation of the
 * call says so. Messages hold no AE title, UID or other value.
 */
public final class DicomNetworkException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean sentSomething;

    /** What happened. */
    public enum Kind {
        /** No TCP connection or no TLS session came about. */
        UNREACHABLE,
        /** The peer rejected the association, or does not take the presentation context that is needed. */
        REJECTED,
        /** The peer, or this side, ended the association, or the connection was lost. */
        ABORTED,
        /** The peer broke the protocol; it was sent an A-ABORT. */
        PROTOCOL,
        /** The peer did not answer, send or read in time; it was sent an A-ABORT. */
        TIMEOUT
    }

    public DicomNetworkException(Kind kind, boolean sentSomething, String message) {
        this(kind, sentSomething, message, null);
    }

    public DicomNetworkException(Kind kind, boolean sentSomething, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sentSomething = sentSomething;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * False: the last byte of the request was never handed to the connection, so the peer cannot have carried it out and it
     * may be repeated. True: the outcome is unknown; the peer may have carried it out.
     */
    public boolean sentSomething() {
        return sentSomething;
    }
}
