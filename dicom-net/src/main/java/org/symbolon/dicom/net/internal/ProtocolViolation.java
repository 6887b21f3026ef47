package org.symbolon.dicom.net.internal;

import io.netty.handler.codec.DecoderException;

/** The peer broke PS3.8 or a limit; the connection gets an A-ABORT with the reason and ends. */
final class ProtocolViolation extends DecoderException {
    private static final long serialVersionUID = 1L;

    private final AbortReason reason;

    ProtocolViolation(AbortReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    AbortReason reason() {
        return reason;
    }
}
