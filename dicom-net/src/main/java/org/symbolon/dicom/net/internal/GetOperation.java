package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.GetResponder;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreResponse;

/** One C-GET on the SCP's side: its C-STORE sub-operations, one at a time, and their counts (PS3.4 C.4.3). */
final class GetOperation implements GetResponder {
    private static final long PENDING_INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

    private final Association association;
    private final Duration responseTimeout;
    private final Message request;
    private final SubOperationCounts counts = new SubOperationCounts();
    private boolean cancelled;
    private long lastPendingNanos = System.nanoTime();

    GetOperation(Association association, Duration responseTimeout, Message request) {
        this.association = association;
        this.responseTimeout = responseTimeout;
        this.request = request;
    }

    @Override
    public void total(int objects) {
        counts.total(objects);
    }

    @Override
    public boolean takes(String sopClassUid, String transferSyntax) {
        return context(sopClassUid, transferSyntax).isPresent();
    }

    private Optional<AcceptedContext> context(String sopClassUid, String transferSyntax) {
        return association.contexts().values().stream()
                .filter(context -> context.scpRole()
                        && context.abstractSyntax().equals(sopClassUid)
                        && context.transferSyntax().equals(transferSyntax))
                .findFirst();
    }

    @Override
    public StoreResponse send(String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source)
            throws IOException {
        Optional<AcceptedContext> context = context(sopClassUid, transferSyntax);
        if (context.isEmpty()) {
            failed(sopInstanceUid);
            return new StoreResponse(Status.SOP_CLASS_NOT_SUPPORTED, "The peer does not take this object");
        }
        int messageId = association.nextMessageId();
        try {
            association.send(context.get(), StoreCommand.request(messageId, sopClassUid, sopInstanceUid), source);
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            failed(sopInstanceUid);
            throw e;
        }
        StoreResponse response = awaitStoreResponse(messageId);
        counts.count(sopInstanceUid, response.status());
        sendPendingNowAndThen();
        return response;
    }

    private StoreResponse awaitStoreResponse(int messageId) throws IOException {
        while (true) {
            Message message = association
                    .nextMessage(responseTimeout)
                    .orElseThrow(() -> association.violation(
                            AbortReason.UNEXPECTED_PDU, "The peer asked for release in the middle of a C-GET"));
            CommandSet command = message.command();
            if (command.commandField() == CommandField.C_CANCEL_RQ) {
                int operation = request.command().number(CommandSet.MESSAGE_ID, 0);
                cancelled = Inbox.cancels(association, message, operation) || cancelled;
            } else if (StoreCommand.answers(command, messageId)) {
                skipDataSet(message);
                return StoreCommand.response(command);
            } else {
                throw association.violation(
                        AbortReason.NOT_SPECIFIED, "The peer did not answer a C-STORE sub-operation");
            }
        }
    }

    private void skipDataSet(Message message) throws IOException {
        if (message.command().hasDataSet()) {
            association.dataSetOf(message).drain();
        }
    }

    @Override
    public void failed(String sopInstanceUid) {
        counts.failed(sopInstanceUid);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    private void sendPendingNowAndThen() throws IOException {
        long now = System.nanoTime();
        if (now - lastPendingNanos > PENDING_INTERVAL_NANOS) {
            lastPendingNanos = now;
            association.send(request.context(), counts.pending(request.command()));
        }
    }

    /** @param handlerStatus success: the status follows from the counts */
    void sendFinal(int handlerStatus, String errorComment) throws IOException {
        int fromCounts = cancelled ? Status.CANCEL : counts.status();
        int status = handlerStatus == Status.SUCCESS ? fromCounts : handlerStatus;
        sendLast(association, request, counts, status, errorComment);
    }

    /** The last response of a C-GET or C-MOVE, with the list of what failed. */
    static void sendLast(
            Association association, Message request, SubOperationCounts counts, int status, String errorComment)
            throws IOException {
        CommandSet command = counts.last(request.command(), status).putComment(errorComment);
        if (counts.hasFailures()) {
            association.send(request.context(), command, counts.failures());
        } else {
            association.send(request.context(), command);
        }
    }
}
