package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ObjectResponse;
import org.symbolon.dicom.net.OutgoingObject;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.Status;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Asks for storage commitment (PS3.4 J.3.2) and waits for the answer, on the same association or in the inbox. */
final class CommitmentRequest {
    /** Objects of one transaction. */
    private static final int MAX_OBJECTS = 5_000;

    private static final Duration LOOK_INTERVAL = Duration.ofMillis(200);

    private final ApplicationEntity peer;
    private final String callingAeTitle;
    private final NetworkOptions options;
    private final CommitmentInbox inbox;
    private final Duration timeout;

    CommitmentRequest(
            ApplicationEntity peer,
            String callingAeTitle,
            NetworkOptions options,
            CommitmentInbox inbox,
            Duration timeout) {
        this.peer = peer;
        this.callingAeTitle = callingAeTitle;
        this.options = options;
        this.inbox = inbox;
        this.timeout = timeout;
    }

    CommitmentOutcome run(List<OutgoingObject> objects) throws IOException, InterruptedException {
        CommitmentOutcome all = new CommitmentOutcome(0, 0, 0);
        for (int from = 0; from < objects.size(); from += MAX_OBJECTS) {
            all = all.plus(transaction(objects.subList(from, Math.min(objects.size(), from + MAX_OBJECTS))));
        }
        return all;
    }

    private CommitmentOutcome transaction(List<OutgoingObject> objects) throws IOException, InterruptedException {
        String transaction =
                "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
        DataSet information = new DataSet()
                .putString(Tags.TransactionUID, transaction)
                .putSequence(
                        Tags.ReferencedSOPSequence,
                        objects.stream().map(CommitmentRequest::reference).toList());
        ProposedContext context = ProposedContext.asScu(
                Uids.StorageCommitmentPushModel, Uids.ExplicitVRLittleEndian, Uids.ImplicitVRLittleEndian);
        Optional<EventReport> report = NetworkFailure.explaining(() -> {
            try (AssociationRequester association =
                    AssociationRequester.connect(peer, callingAeTitle, List.of(context), options)) {
                ObjectResponse response = association.action(
                        Uids.StorageCommitmentPushModel, Uids.StorageCommitmentPushModelInstance, 1, information);
                if (!response.isDone()) {
                    throw new SymbolonException(
                            ErrorCode.REFUSED_BY_PEER,
                            "The peer does not commit: " + Status.meaning(response.status()));
                }
                Optional<EventReport> came = await(association, transaction);
                if (association.isOpen()) {
                    association.release();
                }
                return came;
            }
        });
        return report.map(came -> outcome(came, objects)).orElseGet(() -> new CommitmentOutcome(0, 0, objects.size()));
    }

    private Optional<EventReport> await(AssociationRequester association, String transaction) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            Optional<EventReport> report = Optional.empty();
            while (report.isEmpty() && System.nanoTime() < deadline) {
                if (association.isOpen()) {
                    association.pollEvent(LOOK_INTERVAL).ifPresent(inbox::put);
                    report = inbox.await(transaction, Duration.ZERO);
                } else {
                    report = inbox.await(transaction, LOOK_INTERVAL);
                }
            }
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Waiting for the commitment was interrupted", e);
        }
    }

    private static DataSet reference(OutgoingObject object) {
        return new DataSet()
                .putString(Tags.ReferencedSOPClassUID, object.sopClassUid())
                .putString(Tags.ReferencedSOPInstanceUID, object.sopInstanceUid());
    }

    private static CommitmentOutcome outcome(EventReport report, List<OutgoingObject> objects) {
        Set<String> committed = uids(report.information().sequence(Tags.ReferencedSOPSequence));
        Set<String> refused = uids(report.information().sequence(Tags.FailedSOPSequence));
        int yes = 0;
        int no = 0;
        for (OutgoingObject object : objects) {
            boolean failed = refused.contains(object.sopInstanceUid());
            yes += committed.contains(object.sopInstanceUid()) && !failed ? 1 : 0;
            no += failed ? 1 : 0;
        }
        return new CommitmentOutcome(yes, no, objects.size() - yes - no);
    }

    private static Set<String> uids(List<DataSet> items) {
        Set<String> uids = new HashSet<>();
        items.forEach(item -> uids.add(item.string(Tags.ReferencedSOPInstanceUID)));
        return uids;
    }
}
