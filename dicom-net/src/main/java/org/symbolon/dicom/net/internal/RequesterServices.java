package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.ActionResult;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.GetResult;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.dicom.net.StoreSink;

/** The requests of one association on the requester's side, one at a time. Owned by the requester's thread. */
public final class RequesterServices {
    private static final String VERIFICATION = "1.2.840.10008.1.1";

    private final Association association;
    private final String callingAeTitle;
    private final NetworkOptions options;
    /** Reports that came before somebody waited for them. */
    private final Deque<EventReport> events = new ArrayDeque<>();

    public RequesterServices(Association association, String callingAeTitle, NetworkOptions options) {
        this.association = association;
        this.callingAeTitle = callingAeTitle;
        this.options = options;
    }

    public @Nullable AcceptedContext context(String abstractSyntax, String transferSyntax) {
        return find(abstractSyntax, context -> context.transferSyntax().equals(transferSyntax));
    }

    private @Nullable AcceptedContext find(String abstractSyntax, Predicate<AcceptedContext> condition) {
        return association.contexts().values().stream()
                .filter(context ->
                        context.scuRole() && context.abstractSyntax().equals(abstractSyntax) && condition.test(context))
                .min(Comparator.comparingInt(AcceptedContext::id))
                .orElse(null);
    }

    private static AcceptedContext require(@Nullable AcceptedContext context) throws DicomNetworkException {
        if (context == null) {
            throw new DicomNetworkException(
                    Kind.REJECTED, false, "The peer accepted no presentation context for the request");
        }
        return context;
    }

    public int echo() throws IOException {
        association.beginOperation();
        AcceptedContext context = require(find(VERIFICATION, any -> true));
        int id = association.nextMessageId();
        association.send(
                context,
                CommandSet.request(CommandField.C_ECHO_RQ, id).putUid(CommandSet.AFFECTED_SOP_CLASS_UID, VERIFICATION));
        return status(awaitResponse(CommandField.C_ECHO_RQ, id));
    }

    public StoreResponse store(String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source)
            throws IOException {
        association.beginOperation();
        AcceptedContext context = require(context(sopClassUid, transferSyntax));
        int id = association.nextMessageId();
        association.send(context, StoreCommand.request(id, sopClassUid, sopInstanceUid), source);
        return StoreCommand.response(awaitResponse(CommandField.C_STORE_RQ, id));
    }

    public ActionResult action(
            String sopClassUid, String sopInstanceUid, int actionType, DataSet information, Duration eventTimeout)
            throws IOException {
        association.beginOperation();
        AcceptedContext context = require(find(sopClassUid, any -> true));
        int id = association.nextMessageId();
        CommandSet request = CommandSet.request(CommandField.N_ACTION_RQ, id)
                .putUid(CommandSet.REQUESTED_SOP_CLASS_UID, sopClassUid)
                .putUid(CommandSet.REQUESTED_SOP_INSTANCE_UID, sopInstanceUid)
                .put(CommandSet.ACTION_TYPE_ID, actionType);
        association.send(context, request, information);
        CommandSet response = awaitResponse(CommandField.N_ACTION_RQ, id);
        int status = status(response);
        EventReport event = Status.isDone(status) ? awaitEvent(eventTimeout) : null;
        return new ActionResult(status, response.text(CommandSet.ERROR_COMMENT), event);
    }

    private EventReport awaitEvent(Duration timeout) throws IOException {
        EventReport event = events.poll();
        while (event == null) {
            Message message = next(timeout);
            if (message.command().commandField() != CommandField.N_EVENT_REPORT_RQ) {
                throw unexpected();
            }
            takeEvent(message);
            event = events.poll();
        }
        return event;
    }

    private void takeEvent(Message message) throws IOException {
        DataSet information = eventInformation(message);
        CommandSet command = message.command();
        if (events.size() >= Limits.MAX_PENDING_EVENTS) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "The peer sent too many event reports");
        }
        events.add(new EventReport(
                command.text(CommandSet.AFFECTED_SOP_CLASS_UID),
                command.text(CommandSet.AFFECTED_SOP_INSTANCE_UID),
                command.number(CommandSet.EVENT_TYPE_ID, 0),
                information));
        association.send(message.context(), CommandSet.response(command, Status.SUCCESS));
    }

    private DataSet eventInformation(Message message) throws IOException {
        try {
            return association.parameters(message);
        } catch (DicomFormatException e) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "The data set of an event report is no data set");
        }
    }

    public GetResult get(String sopClassUid, DataSet identifier, StoreSink sink) throws IOException {
        association.beginOperation();
        AcceptedContext context = require(find(sopClassUid, any -> true));
        int id = association.nextMessageId();
        CommandSet request = CommandSet.request(CommandField.C_GET_RQ, id)
                .put(CommandSet.PRIORITY, 0)
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClassUid);
        association.send(context, request, identifier);
        while (true) {
            Message message = next(options.responseTimeout());
            if (message.command().commandField() == CommandField.C_STORE_RQ) {
                StoreReceiver.receive(association, message, callingAeTitle, sink);
            } else {
                CommandSet response = response(message, CommandField.C_GET_RQ, id);
                if (response != null && !Status.isPending(status(response))) {
                    return new GetResult(
                            status(response),
                            response.text(CommandSet.ERROR_COMMENT),
                            response.number(CommandSet.COMPLETED_SUB_OPERATIONS, 0),
                            response.number(CommandSet.FAILED_SUB_OPERATIONS, 0),
                            response.number(CommandSet.WARNING_SUB_OPERATIONS, 0));
                }
            }
        }
    }

    private static int status(CommandSet response) {
        return response.number(CommandSet.STATUS, Status.PROCESSING_FAILURE);
    }

    private CommandSet awaitResponse(int commandField, int messageId) throws IOException {
        CommandSet response = null;
        while (response == null) {
            response = response(next(options.responseTimeout()), commandField, messageId);
        }
        return response;
    }

    /** The response that is waited for, its data set skipped; null if it was an event report, which is kept. */
    private @Nullable CommandSet response(Message message, int commandField, int messageId) throws IOException {
        CommandSet command = message.command();
        if (command.commandField() == CommandField.N_EVENT_REPORT_RQ) {
            takeEvent(message);
            return null;
        }
        if (command.commandField() != (commandField | CommandField.RESPONSE)
                || command.number(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, -1) != messageId) {
            throw unexpected();
        }
        if (command.hasDataSet()) {
            association.dataSetOf(message).drain();
        }
        return command;
    }

    private Message next(Duration timeout) throws DicomNetworkException {
        return association
                .nextMessage(timeout)
                .orElseThrow(() -> association.violation(
                        AbortReason.UNEXPECTED_PDU, "The peer asked for release instead of answering"));
    }

    private DicomNetworkException unexpected() {
        return association.violation(AbortReason.NOT_SPECIFIED, "The peer answered something else than was asked");
    }
}
