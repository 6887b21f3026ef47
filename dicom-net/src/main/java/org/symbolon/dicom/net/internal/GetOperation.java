package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.GetResponder;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreResponse;

/** One C-GET on the SCP's side: its C-STORE sub-operations, one at a time, and their counts (PS3.4 C.4.3). */
final class GetOperation implements GetResponder {
    private static final int FAILED_SOP_INSTANCE_UID_LIST = 0x00080058;
    /** How many failed UIDs the final response names: as many as surely fit an element of explicit VR. All are counted. */
    private static final int MAX_NAMED_FAILURES = 1_000;

    private static final int MAX_COUNT = 0xFFFF;
    private static final long PENDING_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Association association;
    private final Duration responseTimeout;
    private final Message request;
    private final List<String> failedUids = new ArrayList<>();
    private int total;
    private int completed;
    private int failed;
    private int warnings;
    private boolean cancelled;
    private long lastPendingNanos = System.nanoTime();

    GetOperation(Association association, Duration responseTimeout, Message request) {
        this.association = association;
        this.responseTimeout = responseTimeout;
        this.request = request;
    }

    @Override
    public void total(int objects) {
        total = objects;
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
        count(sopInstanceUid, response.status());
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
            if (command.hasDataSet()) {
                association.dataSetOf(message).drain();
            }
            if (command.commandField() == CommandField.C_CANCEL_RQ) {
                cancelled = true;
            } else if (StoreCommand.answers(command, messageId)) {
                return StoreCommand.response(command);
            } else {
                throw association.violation(
                        AbortReason.NOT_SPECIFIED, "The peer did not answer a C-STORE sub-operation");
            }
        }
    }

    private void count(String sopInstanceUid, int status) {
        if (status == Status.SUCCESS) {
            completed++;
        } else if (Status.isWarning(status)) {
            warnings++;
        } else {
            failed(sopInstanceUid);
        }
    }

    @Override
    public void failed(String sopInstanceUid) {
        failed++;
        if (failedUids.size() < MAX_NAMED_FAILURES) {
            failedUids.add(sopInstanceUid);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    private void sendPendingNowAndThen() throws IOException {
        long now = System.nanoTime();
        if (now - lastPendingNanos > PENDING_INTERVAL_NANOS) {
            lastPendingNanos = now;
            association.send(
                    request.context(), counted(Status.PENDING).put(CommandSet.REMAINING_SUB_OPERATIONS, remaining()));
        }
    }

    private int remaining() {
        return Math.min(MAX_COUNT, Math.max(0, total - completed - failed - warnings));
    }

    private CommandSet counted(int status) {
        return CommandSet.response(request.command(), status)
                .put(CommandSet.COMPLETED_SUB_OPERATIONS, Math.min(MAX_COUNT, completed))
                .put(CommandSet.FAILED_SUB_OPERATIONS, Math.min(MAX_COUNT, failed))
                .put(CommandSet.WARNING_SUB_OPERATIONS, Math.min(MAX_COUNT, warnings));
    }

    /** @param handlerStatus success: the status follows from the counts */
    void sendFinal(int handlerStatus, String errorComment) throws IOException {
        int status = handlerStatus == Status.SUCCESS ? statusFromCounts() : handlerStatus;
        CommandSet command = counted(status).putComment(errorComment);
        if (cancelled) {
            command.put(CommandSet.REMAINING_SUB_OPERATIONS, remaining());
        }
        if (failedUids.isEmpty()) {
            association.send(request.context(), command);
        } else {
            DataSet failures = new DataSet();
            failures.put(FAILED_SOP_INSTANCE_UID_LIST, Vr.UI, failedUids.toArray(String[]::new));
            association.send(request.context(), command, failures);
        }
    }

    private int statusFromCounts() {
        if (cancelled) {
            return Status.CANCEL;
        }
        if (failed == 0) {
            return warnings == 0 ? Status.SUCCESS : Status.SUB_OPERATIONS_INCOMPLETE;
        }
        return completed + warnings == 0 ? Status.UNABLE_TO_PERFORM_SUB_OPERATIONS : Status.SUB_OPERATIONS_INCOMPLETE;
    }
}
