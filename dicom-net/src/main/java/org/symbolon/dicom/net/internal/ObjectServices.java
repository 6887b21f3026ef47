package org.symbolon.dicom.net.internal;

import java.io.IOException;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.AssociationPeer;
import org.symbolon.dicom.net.EventDelivery;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.EventSource;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ObjectRequest;
import org.symbolon.dicom.net.ObjectResponse;
import org.symbolon.dicom.net.Status;

/** Answers the normalised services (PS3.7 10.1) of one association from its handler. */
final class ObjectServices {
    private final Association association;
    private final AssociationHandler handler;
    private final AssociationPeer peer;
    private final NetworkOptions options;
    private int pendingEvents;

    ObjectServices(Association association, AssociationHandler handler, AssociationPeer peer, NetworkOptions options) {
        this.association = association;
        this.handler = handler;
        this.peer = peer;
        this.options = options;
    }

    /** A method of the handler. */
    @FunctionalInterface
    interface Operation {
        ObjectResponse apply(DataSet dataSet) throws IOException;
    }

    void create(Message message) throws IOException {
        serve(
                message,
                dataSet -> handler.create(request(
                        message, CommandSet.AFFECTED_SOP_CLASS_UID, CommandSet.AFFECTED_SOP_INSTANCE_UID, dataSet)));
    }

    void set(Message message) throws IOException {
        serve(message, dataSet -> handler.set(requested(message, dataSet)));
    }

    void read(Message message) throws IOException {
        serve(message, dataSet -> handler.read(requested(message, dataSet)));
    }

    void delete(Message message) throws IOException {
        serve(message, dataSet -> handler.delete(requested(message, dataSet)));
    }

    void event(Message message) throws IOException {
        serve(message, dataSet -> handler.event(Requests.event(message.command(), dataSet), peer.callingAeTitle()));
    }

    private ObjectRequest requested(Message message, DataSet dataSet) {
        return request(message, CommandSet.REQUESTED_SOP_CLASS_UID, CommandSet.REQUESTED_SOP_INSTANCE_UID, dataSet);
    }

    private ObjectRequest request(Message message, int sopClass, int sopInstance, DataSet dataSet) {
        CommandSet command = message.command();
        return new ObjectRequest(
                command.text(sopClass),
                command.text(sopInstance),
                dataSet,
                command.tags(CommandSet.ATTRIBUTE_IDENTIFIER_LIST),
                peer.callingAeTitle());
    }

    private void serve(Message message, Operation operation) throws IOException {
        ObjectResponse response;
        try {
            response = operation.apply(association.parameters(message));
        } catch (DicomFormatException e) {
            response = ObjectResponse.failure(Status.INVALID_ARGUMENT_VALUE, HandlerFailure.comment(e));
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            response = ObjectResponse.failure(HandlerFailure.status(e), HandlerFailure.comment(e));
        }
        CommandSet answer =
                CommandSet.response(message.command(), response.status()).putComment(response.errorComment());
        if (!response.sopInstanceUid().isEmpty()) {
            answer.putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, response.sopInstanceUid());
        }
        DataSet attributes = response.attributes();
        if (attributes == null) {
            association.send(message.context(), answer);
        } else {
            association.send(message.context(), answer, attributes);
        }
    }

    // ---------------------------------------------------------------- N-ACTION and its event report

    void action(Message message) throws IOException {
        ActionResponse response = respond(message);
        EventSource event = Status.isDone(response.status()) ? response.event() : null;
        ApplicationEntity receiver = null;
        if (event != null && response.delivery() == EventDelivery.NEW_ASSOCIATION) {
            receiver = handler.destinations().resolve(peer.callingAeTitle());
            if (receiver == null) {
                response = ActionResponse.failure(
                        Status.PROCESSING_FAILURE, "It is not known where to report to this AE title");
            }
        }
        association.send(
                message.context(),
                CommandSet.response(message.command(), response.status()).putComment(response.errorComment()));
        if (event == null || !Status.isDone(response.status())) {
            return;
        }
        if (receiver == null) {
            report(message, event.report());
        } else if (!EventSender.send(event, receiver, peer.calledAeTitle(), options)) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "Too many event reports wait to be sent");
        }
    }

    private ActionResponse respond(Message message) throws IOException {
        if (pendingEvents >= Limits.MAX_PENDING_EVENTS) {
            if (message.command().hasDataSet()) {
                association.dataSetOf(message).drain();
            }
            return ActionResponse.failure(Status.RESOURCE_LIMITATION, "Too many event reports are unanswered");
        }
        try {
            DataSet information = association.parameters(message);
            return handler.action(new ActionRequest(
                    message.command().text(CommandSet.REQUESTED_SOP_CLASS_UID),
                    message.command().text(CommandSet.REQUESTED_SOP_INSTANCE_UID),
                    message.command().number(CommandSet.ACTION_TYPE_ID, 0),
                    information,
                    peer.callingAeTitle()));
        } catch (DicomFormatException e) {
            return ActionResponse.failure(Status.INVALID_ARGUMENT_VALUE, HandlerFailure.comment(e));
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            return ActionResponse.failure(HandlerFailure.status(e), HandlerFailure.comment(e));
        }
    }

    /** The peer's answer is met later, by {@link #eventAnswered}, so that the peer may ask for other things first. */
    private void report(Message action, EventReport report) throws IOException {
        CommandSet command = ObjectRequests.eventCommand(association, report);
        pendingEvents++;
        association.send(action.context(), command, report.information());
    }

    void eventAnswered(Message message) throws IOException {
        if (message.command().hasDataSet()) {
            association.dataSetOf(message).drain();
        }
        if (pendingEvents == 0) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "The peer answered what was not asked");
        }
        pendingEvents--;
    }
}
