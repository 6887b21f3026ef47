package org.symbolon.dicomtools.network;

import java.io.IOException;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What a network failure means for the exit code of a command. */
final class NetworkFailure {
    private NetworkFailure() {}

    /** A part of a command that talks to a peer. */
    @FunctionalInterface
    interface Talk<T> {
        T run() throws IOException;
    }

    static <T> T explaining(Talk<T> talk) throws IOException {
        try {
            return talk.run();
        } catch (DicomNetworkException e) {
            throw explained(e);
        }
    }

    static SymbolonException explained(DicomNetworkException e) {
        ErrorCode code = switch (e.kind()) {
            case UNREACHABLE -> ErrorCode.PEER_UNAVAILABLE;
            case REJECTED -> ErrorCode.NOT_ACCEPTED_BY_PEER;
            case PROTOCOL -> ErrorCode.PROTOCOL_VIOLATION;
            case ABORTED, TIMEOUT -> e.sentSomething() ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.PEER_UNAVAILABLE;
        };
        return new SymbolonException(code, String.valueOf(e.getMessage()), e);
    }
}
