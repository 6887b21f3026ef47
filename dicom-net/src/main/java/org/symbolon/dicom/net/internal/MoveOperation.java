package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.AssociationPeer;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.MoveOriginator;
import org.symbolon.dicom.net.MoveResponder;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.OutgoingObject;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StorageProposal;
import org.symbolon.dicom.net.StoreObserver;
import org.symbolon.dicom.net.StoreResponse;

/**
 * One C-MOVE on the SCP's side (PS3.4 C.4.2.3): sub-associations to the destination, one after the other, and pending responses
 * about them. Owned by the thread of the requester's association.
 */
final class MoveOperation implements MoveResponder {
    private static final Logger LOG = LoggerFactory.getLogger(MoveOperation.class);
    private static final long PENDING_INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

    private final Association association;
    private final Inbox inbox;
    private final Message request;
    private final ApplicationEntity destination;
    private final AssociationPeer peer;
    private final NetworkOptions options;
    private final SubOperationCounts counts = new SubOperationCounts();
    private boolean cancelled;
    private long lastPendingNanos;

    MoveOperation(
            Association association,
            Inbox inbox,
            Message request,
            ApplicationEntity destination,
            AssociationPeer peer,
            NetworkOptions options) {
        this.association = association;
        this.inbox = inbox;
        this.request = request;
        this.destination = destination;
        this.peer = peer;
        this.options = options;
    }

    @Override
    public void send(List<OutgoingObject> objects) throws IOException {
        counts.total(objects.size());
        association.send(request.context(), counts.pending(request.command()));
        lastPendingNanos = System.nanoTime();
        Deque<OutgoingObject> left = new ArrayDeque<>(objects);
        while (!left.isEmpty() && !cancelled()) {
            StorageProposal proposal = new StorageProposal();
            List<OutgoingObject> batch = new ArrayList<>();
            while (!left.isEmpty() && proposal.add(left.getFirst())) {
                batch.add(left.removeFirst());
            }
            if (!sendBatch(proposal, batch)) {
                left.forEach(object -> counts.failed(object.sopInstanceUid()));
                return;
            }
        }
    }

    /** False: the destination cannot be reached any more; what was not sent is counted as failed. */
    private boolean sendBatch(StorageProposal proposal, List<OutgoingObject> batch) throws IOException {
        Batch sending = new Batch(batch);
        try (AssociationRequester scu =
                AssociationRequester.connect(destination, peer.calledAeTitle(), proposal.contexts(), options)) {
            MoveOriginator originator =
                    new MoveOriginator(peer.callingAeTitle(), request.command().number(CommandSet.MESSAGE_ID, 0));
            scu.storeAll(sending, originator, sending);
            scu.release();
            return true;
        } catch (UncheckedIOException requesterIsGone) {
            throw requesterIsGone.getCause();
        } catch (DicomNetworkException e) {
            association.rethrowFailure();
            LOG.warn("A C-MOVE destination failed: {}: {}", e.kind(), e.getMessage());
            sending.failRest();
            return false;
        }
    }

    /** What goes over one sub-association. Ends early when the C-MOVE is cancelled. */
    private final class Batch implements Iterator<OutgoingObject>, StoreObserver {
        private final Deque<OutgoingObject> unsent;
        private final Set<OutgoingObject> open = new HashSet<>();

        Batch(List<OutgoingObject> objects) {
            unsent = new ArrayDeque<>(objects);
        }

        @Override
        public boolean hasNext() {
            try {
                return !unsent.isEmpty() && !cancelled();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public OutgoingObject next() {
            if (unsent.isEmpty()) {
                throw new NoSuchElementException();
            }
            OutgoingObject object = unsent.removeFirst();
            open.add(object);
            return object;
        }

        @Override
        public void answered(OutgoingObject object, StoreResponse response) {
            open.remove(object);
            counts.count(object.sopInstanceUid(), response.status());
            tell();
        }

        @Override
        public void notSent(OutgoingObject object, Exception reason) {
            open.remove(object);
            counts.failed(object.sopInstanceUid());
            tell();
        }

        void failRest() {
            open.forEach(object -> counts.failed(object.sopInstanceUid()));
            unsent.forEach(object -> counts.failed(object.sopInstanceUid()));
        }

        private void tell() {
            try {
                sendPendingNowAndThen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void sendPendingNowAndThen() throws IOException {
        long now = System.nanoTime();
        if (now - lastPendingNanos > PENDING_INTERVAL_NANOS) {
            lastPendingNanos = now;
            association.send(request.context(), counts.pending(request.command()));
        }
    }

    @Override
    public void failed(String sopInstanceUid) {
        counts.failed(sopInstanceUid);
    }

    @Override
    public boolean cancelled() throws IOException {
        cancelled = cancelled || inbox.cancelCame(request.command().number(CommandSet.MESSAGE_ID, 0));
        return cancelled;
    }

    void sendFinal(int handlerStatus, String errorComment) throws IOException {
        int fromCounts = cancelled ? Status.CANCEL : counts.status();
        int status = handlerStatus == Status.SUCCESS ? fromCounts : handlerStatus;
        GetOperation.sendLast(association, request, counts, status, errorComment);
    }
}
