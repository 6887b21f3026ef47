package org.symbolon.dicom.net.internal;

import java.io.IOException;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.EventSource;
import org.symbolon.dicom.net.GetRequest;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.Status;

/** Answers the requests of one association, one after the other, from its handler. */
final class ServerServices {
    private final Association association;
    private final AssociationHandler handler;
    private final String callingAeTitle;
    private final NetworkOptions options;
    private int pendingEvents;

    ServerServices(Association association, AssociationHandler handler, String callingAeTitle, NetworkOptions options) {
        this.association = association;
        this.handler = handler;
        this.callingAeTitle = callingAeTitle;
        this.options = options;
    }

    /** Serves one message to its end. Throws only if the association has ended. */
    void serve(Message message) throws IOException {
        association.beginOperation();
        switch (message.command().commandField()) {
            case CommandField.C_ECHO_RQ -> echo(message);
            case CommandField.C_STORE_RQ -> StoreReceiver.receive(association, message, callingAeTitle, handler::store);
            case CommandField.C_GET_RQ -> get(message);
            case CommandField.N_ACTION_RQ -> action(message);
            case CommandField.N_EVENT_REPORT_RSP -> eventAnswered(message);
            case CommandField.C_CANCEL_RQ -> drain(message); // of an operation that is over
            default -> refuse(message);
        }
    }

    private void drain(Message message) throws IOException {
        if (message.command().hasDataSet()) {
            association.dataSetOf(message).drain();
        }
    }

    private void answer(Message message, int status, String comment) throws IOException {
        association.send(
                message.context(),
                CommandSet.response(message.command(), status).putComment(comment));
    }

    private void refuse(Message message) throws IOException {
        drain(message);
        if (message.command().isResponse()) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "The peer answered what was not asked");
        }
        answer(message, Status.UNRECOGNISED_OPERATION, "");
    }

    private void echo(Message message) throws IOException {
        drain(message);
        int status;
        try {
            status = handler.echo();
        } catch (RuntimeException e) {
            status = HandlerFailure.status(e);
        }
        answer(message, status, "");
    }

    private void get(Message message) throws IOException {
        GetOperation operation = new GetOperation(association, options.responseTimeout(), message);
        int status;
        String comment = "";
        try {
            DataSet identifier = association.parameters(message);
            String sopClassUid = message.command().text(CommandSet.AFFECTED_SOP_CLASS_UID);
            status = handler.get(new GetRequest(sopClassUid, identifier, callingAeTitle), operation);
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            status = HandlerFailure.status(e);
            comment = HandlerFailure.comment(e);
        }
        operation.sendFinal(status, comment);
    }

    private void action(Message message) throws IOException {
        ActionResponse response = respond(message);
        answer(message, response.status(), response.errorComment());
        EventSource event = response.event();
        if (event != null && Status.isDone(response.status())) {
            report(message, event.report());
        }
    }

    private ActionResponse respond(Message message) throws IOException {
        if (pendingEvents >= Limits.MAX_PENDING_EVENTS) {
            drain(message);
            return ActionResponse.failure(Status.RESOURCE_LIMITATION, "Too many event reports are unanswered");
        }
        try {
            DataSet information = association.parameters(message);
            return handler.action(new ActionRequest(
                    message.command().text(CommandSet.REQUESTED_SOP_CLASS_UID),
                    message.command().text(CommandSet.REQUESTED_SOP_INSTANCE_UID),
                    message.command().number(CommandSet.ACTION_TYPE_ID, 0),
                    information,
                    callingAeTitle));
        } catch (DicomFormatException e) {
            return ActionResponse.failure(Status.INVALID_ARGUMENT_VALUE, HandlerFailure.comment(e));
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            return ActionResponse.failure(HandlerFailure.status(e), HandlerFailure.comment(e));
        }
    }

    /** The peer's answer is met later, by {@link #eventAnswered}, so that the peer may ask for other things first. */
    private void report(Message action, EventReport report) throws IOException {
        CommandSet command = CommandSet.request(CommandField.N_EVENT_REPORT_RQ, association.nextMessageId())
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, report.sopClassUid())
                .putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, report.sopInstanceUid())
                .put(CommandSet.EVENT_TYPE_ID, report.eventType());
        pendingEvents++;
        association.send(action.context(), command, report.information());
    }

    private void eventAnswered(Message message) throws IOException {
        drain(message);
        if (pendingEvents == 0) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "The peer answered what was not asked");
        }
        pendingEvents--;
    }
}
