package org.symbolon.dicom.net.internal;

import javax.net.ssl.SSLException;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.DicomNetworkException.Kind;

/** What the end of a connection means to the caller of a service. */
final class EndOfConnection {
    private EndOfConnection() {}

    static DicomNetworkException describe(Inbound end, boolean requestSent) {
        if (end instanceof Inbound.Abort abort) {
            return new DicomNetworkException(
                    Kind.ABORTED,
                    requestSent,
                    "The peer aborted the association, source " + abort.source() + ", reason " + abort.reason());
        }
        if (end instanceof Inbound.AssociateReject reject) {
            return new DicomNetworkException(
                    Kind.REJECTED,
                    requestSent,
                    "The peer rejected the association, result " + reject.result() + ", source " + reject.source()
                            + ", reason " + reject.diagnostic());
        }
        if (end instanceof Inbound.Violation violation) {
            return new DicomNetworkException(Kind.PROTOCOL, requestSent, violation.message());
        }
        if (end instanceof Inbound.Expired) {
            return new DicomNetworkException(Kind.TIMEOUT, requestSent, "The association lasted too long");
        }
        Throwable cause = end instanceof Inbound.Disconnected disconnected ? disconnected.cause() : null;
        Throwable root = cause == null || cause.getCause() == null ? cause : cause.getCause();
        return root instanceof SSLException
                ? new DicomNetworkException(Kind.UNREACHABLE, requestSent, "The TLS connection failed", cause)
                : new DicomNetworkException(Kind.ABORTED, requestSent, "The connection was lost", cause);
    }
}
