package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.MoveOriginator;
import org.symbolon.dicom.net.OutgoingObject;
import org.symbolon.dicom.net.StoreObserver;

/**
 * Sends many objects with as many requests unanswered as the peer's asynchronous operations window allows (PS3.7 D.3.3.3): one
 * where it granted none. Owned by the association's thread.
 */
final class StorePipeline {
    private final Requests requests;
    private final Association association;
    private final @Nullable MoveOriginator moveOriginator;
    private final StoreObserver observer;
    private final int window;
    /** By message ID. */
    private final Map<Integer, OutgoingObject> unanswered = new LinkedHashMap<>();

    StorePipeline(Requests requests, @Nullable MoveOriginator moveOriginator, StoreObserver observer) {
        this.requests = requests;
        this.association = requests.association();
        this.moveOriginator = moveOriginator;
        this.observer = observer;
        this.window = requests.operationsWindow();
    }

    /** Ends when all are answered. If it throws, the association has ended. */
    void send(Iterator<OutgoingObject> objects) throws IOException {
        boolean complete = false;
        try {
            association.beginOperation();
            while (objects.hasNext()) {
                sendOne(objects.next());
                while (!unanswered.isEmpty() && association.awaitInput(Duration.ZERO)) {
                    takeAnswer();
                }
            }
            while (!unanswered.isEmpty()) {
                takeAnswer();
            }
            complete = true;
        } finally {
            if (!complete) {
                association.abort();
            }
        }
    }

    private void sendOne(OutgoingObject object) throws IOException {
        StoreContext chosen;
        try {
            chosen = StoreContext.choose(requests, object);
        } catch (DicomNetworkException nothingFits) {
            observer.notSent(object, nothingFits);
            return;
        }
        while (unanswered.size() >= window) {
            takeAnswer();
        }
        int id = association.nextMessageId();
        CommandSet command = StoreCommand.request(id, object.sopClassUid(), object.sopInstanceUid());
        if (moveOriginator != null) {
            command.putAeTitle(CommandSet.MOVE_ORIGINATOR_AE_TITLE, moveOriginator.aeTitle())
                    .put(CommandSet.MOVE_ORIGINATOR_MESSAGE_ID, moveOriginator.messageId());
        }
        try {
            association.send(chosen.context(), command, chosen.source());
        } catch (IOException | DicomFormatException e) {
            if (!(e instanceof DicomNetworkException)) {
                observer.notSent(object, e); // the source failed; if part of it had left, that ends the association
            }
            association.rethrowFailure();
            return;
        }
        unanswered.put(id, object);
    }

    private void takeAnswer() throws IOException {
        Message message = requests.next(requests.responseTimeout());
        if (requests.takenAsEvent(message)) {
            return;
        }
        int id = message.command().number(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, -1);
        requests.requireAnswer(message, CommandField.C_STORE_RQ, id);
        OutgoingObject object = unanswered.remove(id);
        if (object == null) {
            throw requests.unexpected();
        }
        requests.skipDataSet(message);
        observer.answered(object, StoreCommand.response(message.command()));
    }
}
