package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a server's association takes in, with a look ahead while an operation runs: a C-CANCEL of that operation is
 * met at once, the first request behind it is kept for later (PS3.7 9.3.2.3; D.3.3.3). Owned by the association's thread.
 */
final class Inbox {
    private final Association association;
    private final Duration idleTimeout;
    private @Nullable Message ahead;

    Inbox(Association association, Duration idleTimeout) {
        this.association = association;
        this.idleTimeout = idleTimeout;
    }

    /** The next message; empty if the peer asks for release. */
    Optional<Message> next() throws IOException {
        Message kept = ahead;
        ahead = null;
        return kept != null ? Optional.of(kept) : association.nextMessage(idleTimeout);
    }

    /**
     * Whether a C-CANCEL of the operation has come. Does not wait.
     *
     * @throws org.symbolon.dicom.net.DicomNetworkException if the association is gone, or the peer asks for its release
     */
    boolean cancelCame(int messageId) throws IOException {
        while (ahead == null && association.awaitInput(Duration.ZERO)) {
            Message message = association
                    .nextMessage(idleTimeout)
                    .orElseThrow(() -> association.violation(
                            AbortReason.UNEXPECTED_PDU, "The peer asked for release in the middle of an operation"));
            CommandSet command = message.command();
            if (command.commandField() != CommandField.C_CANCEL_RQ) {
                ahead = message;
            } else if (cancels(association, message, messageId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a C-CANCEL means the operation; one that means another, which is over, is dropped. */
    static boolean cancels(Association association, Message cancel, int messageId) throws IOException {
        if (cancel.command().hasDataSet()) {
            association.dataSetOf(cancel).drain();
        }
        return cancel.command().number(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, -1) == messageId;
    }
}
