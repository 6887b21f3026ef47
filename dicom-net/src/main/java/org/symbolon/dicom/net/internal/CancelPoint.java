package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.Cancellation;

/** Waits for the messages of one operation and sends its C-CANCEL (PS3.7 9.3.2.3) within a moment of being asked to. */
final class CancelPoint {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);

    private final Requests requests;
    private final AcceptedContext context;
    private final int messageId;
    private final Cancellation cancellation;
    private boolean sent;

    CancelPoint(Requests requests, AcceptedContext context, int messageId, Cancellation cancellation) {
        this.requests = requests;
        this.context = context;
        this.messageId = messageId;
        this.cancellation = cancellation;
    }

    Message next() throws IOException {
        long deadline = System.nanoTime() + requests.responseTimeout().toNanos();
        sendIfAsked();
        while (!sent && !requests.association().awaitInput(LOOK_INTERVAL) && System.nanoTime() < deadline) {
            sendIfAsked();
        }
        return requests.next(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }

    private void sendIfAsked() throws IOException {
        if (cancellation.isRequested() && !sent) {
            sent = true;
            requests.association()
                    .send(
                            context,
                            new CommandSet()
                                    .put(CommandSet.COMMAND_FIELD, CommandField.C_CANCEL_RQ)
                                    .put(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, messageId));
        }
    }
}
