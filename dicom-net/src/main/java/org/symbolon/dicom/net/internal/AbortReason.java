package org.symbolon.dicom.net.internal;

/** Source and Reason/Diag. of an A-ABORT that this side sends (PS3.8 9.3.8). */
public enum AbortReason {
    /** The service user; its reason has no meaning. */
    SERVICE_USER(0, 0),
    NOT_SPECIFIED(2, 0),
    UNRECOGNISED_PDU(2, 1),
    UNEXPECTED_PDU(2, 2),
    INVALID_PDU_PARAMETER(2, 6);

    private final int source;
    private final int reason;

    AbortReason(int source, int reason) {
        this.source = source;
        this.reason = reason;
    }

    int source() {
        return source;
    }

    int reason() {
        return reason;
    }
}
