package org.symbolon.agent.internal.sender;

import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ErrorCode;

/**
 * What a C-STORE response means for the object (PS3.4 table B.2-1, PS3.7 annex C).
 *
 * @param code the reason, where it was not stored
 */
record Verdict(Kind kind, ErrorCode code) {
    /** Attempts after which a processing failure counts as the object's own fault. */
    private static final int MAX_PROCESSING_FAILURES = 5;

    private static final int FAILURE_CLASS = 0xFF00;

    enum Kind {
        STORED,
        /** The peer is in trouble, or does not know us: nothing about the object. */
        PEER_TROUBLE,
        REFUSED
    }

    static Verdict of(StoreResponse response, int attempts) {
        if (response.isStored()) {
            return new Verdict(Kind.STORED, ErrorCode.INTERNAL);
        }
        int status = response.status();
        if ((status & FAILURE_CLASS) == Status.OUT_OF_RESOURCES || status == Status.RESOURCE_LIMITATION) {
            return new Verdict(Kind.PEER_TROUBLE, ErrorCode.OUT_OF_RESOURCES);
        }
        if (status == Status.NOT_AUTHORISED) {
            return new Verdict(Kind.PEER_TROUBLE, ErrorCode.NOT_AUTHORISED);
        }
        if (status == Status.PROCESSING_FAILURE && attempts < MAX_PROCESSING_FAILURES) {
            return new Verdict(Kind.PEER_TROUBLE, ErrorCode.REFUSED_BY_PEER);
        }
        return new Verdict(Kind.REFUSED, refusal(response));
    }

    /** A Symbolon data centre begins its Error Comment (0000,0902) with the code's name. */
    private static ErrorCode refusal(StoreResponse response) {
        String word = response.errorComment().strip().split("[^A-Z_]", 2)[0];
        for (ErrorCode code : ErrorCode.values()) {
            if (code.name().equals(word)) {
                return code;
            }
        }
        if (response.status() == Status.SOP_CLASS_NOT_SUPPORTED) {
            return ErrorCode.NOT_ACCEPTED_BY_PEER;
        }
        return response.status() == ErrorCode.NOT_DEIDENTIFIED.dimseStatus()
                ? ErrorCode.NOT_DEIDENTIFIED
                : ErrorCode.REFUSED_BY_PEER;
    }
}
