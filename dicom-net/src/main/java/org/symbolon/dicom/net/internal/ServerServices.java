package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.util.Optional;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.AssociationPeer;
import org.symbolon.dicom.net.FindRequest;
import org.symbolon.dicom.net.GetRequest;
import org.symbolon.dicom.net.MoveRequest;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.Status;

/** Answers the requests of one association, one after the other, from its handler. */
final class ServerServices {
    private final Association association;
    private final AssociationHandler handler;
    private final AssociationPeer peer;
    private final NetworkOptions options;
    private final Inbox inbox;
    private final ObjectServices objects;

    ServerServices(Association association, AssociationHandler handler, AssociationPeer peer, NetworkOptions options) {
        this.association = association;
        this.handler = handler;
        this.peer = peer;
        this.options = options;
        this.inbox = new Inbox(association, options.idleTimeout());
        this.objects = new ObjectServices(association, handler, peer, options);
    }

    /** Serves until the peer asks for release. Throws only if the association has ended. */
    void serveAll() throws IOException {
        Optional<Message> message = inbox.next();
        while (message.isPresent()) {
            serve(message.get());
            message = inbox.next();
        }
    }

    private void serve(Message message) throws IOException {
        association.beginOperation();
        Optional<CommandCheck.Refusal> refusal = CommandCheck.refusal(message);
        if (refusal.isPresent()) {
            drain(message);
            answer(message, refusal.get().status(), refusal.get().comment());
            return;
        }
        switch (message.command().commandField()) {
            case CommandField.C_ECHO_RQ -> echo(message);
            case CommandField.C_STORE_RQ ->
                StoreReceiver.receive(association, message, peer.callingAeTitle(), handler::store);
            case CommandField.C_FIND_RQ -> find(message);
            case CommandField.C_GET_RQ -> get(message);
            case CommandField.C_MOVE_RQ -> move(message);
            case CommandField.N_ACTION_RQ -> objects.action(message);
            case CommandField.N_CREATE_RQ -> objects.create(message);
            case CommandField.N_SET_RQ -> objects.set(message);
            case CommandField.N_GET_RQ -> objects.read(message);
            case CommandField.N_DELETE_RQ -> objects.delete(message);
            case CommandField.N_EVENT_REPORT_RQ -> objects.event(message);
            case CommandField.N_EVENT_REPORT_RSP -> objects.eventAnswered(message);
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

    /** A method of the handler that is given an identifier. */
    @FunctionalInterface
    private interface Query {
        int run(String sopClassUid, DataSet identifier) throws IOException;
    }

    /** Sends the last response. */
    @FunctionalInterface
    private interface End {
        void send(int handlerStatus, String comment) throws IOException;
    }

    private void find(Message message) throws IOException {
        FindOperation operation = new FindOperation(association, inbox, message);
        run(
                message,
                (sopClass, identifier) ->
                        handler.find(new FindRequest(sopClass, identifier, peer.callingAeTitle()), operation),
                operation::sendFinal);
    }

    private void get(Message message) throws IOException {
        GetOperation operation = new GetOperation(association, options.responseTimeout(), message);
        run(
                message,
                (sopClass, identifier) ->
                        handler.get(new GetRequest(sopClass, identifier, peer.callingAeTitle()), operation),
                operation::sendFinal);
    }

    private void move(Message message) throws IOException {
        String aeTitle = message.command().text(CommandSet.MOVE_DESTINATION);
        ApplicationEntity destination = handler.destinations().resolve(aeTitle);
        if (destination == null) {
            drain(message);
            answer(message, Status.MOVE_DESTINATION_UNKNOWN, "");
            return;
        }
        MoveOperation operation = new MoveOperation(association, inbox, message, destination, peer, options);
        run(
                message,
                (sopClass, identifier) ->
                        handler.move(new MoveRequest(sopClass, identifier, aeTitle, peer.callingAeTitle()), operation),
                operation::sendFinal);
    }

    private void run(Message message, Query query, End end) throws IOException {
        int status;
        String comment = "";
        try {
            DataSet identifier = association.parameters(message);
            status = query.run(message.command().text(CommandSet.AFFECTED_SOP_CLASS_UID), identifier);
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            status = HandlerFailure.status(e);
            comment = HandlerFailure.comment(e);
        }
        end.send(status, comment);
    }
}
