package org.symbolon.dicomtools.network;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.ObjectResponse;
import org.symbolon.dicom.net.Status;

/** Event reports of storage commitments by their transaction, on whichever association they come. Thread-safe. */
final class CommitmentInbox {
    private static final int MAX_REPORTS = 1_000;

    private final Map<String, EventReport> reports = new HashMap<>();

    synchronized void put(EventReport report) {
        String transaction = report.information().string(Tags.TransactionUID);
        if (reports.size() < MAX_REPORTS) {
            reports.put(transaction, report);
        }
        notifyAll();
    }

    /** The report of the transaction; empty if it does not come in time. */
    synchronized Optional<EventReport> await(String transaction, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        EventReport report = reports.remove(transaction);
        while (report == null) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return Optional.empty();
            }
            wait(millis);
            report = reports.remove(transaction);
        }
        return Optional.of(report);
    }

    /** The SCU's side of an association that the SCP of the commitment asks for (PS3.4 J.3.3). */
    AssociationHandler handler() {
        return new AssociationHandler() {
            @Override
            public boolean accepts(String abstractSyntax) {
                return abstractSyntax.equals(Uids.StorageCommitmentPushModel)
                        || abstractSyntax.equals(Uids.Verification);
            }

            @Override
            public @Nullable String choose(String abstractSyntax, List<String> proposed) {
                return StorageClasses.choose(
                        proposed, List.of(Uids.ExplicitVRLittleEndian, Uids.ImplicitVRLittleEndian));
            }

            @Override
            public ObjectResponse event(EventReport report, String callingAeTitle) {
                if (!report.sopClassUid().equals(Uids.StorageCommitmentPushModel)) {
                    return ObjectResponse.failure(Status.NO_SUCH_EVENT_TYPE, "");
                }
                put(report);
                return ObjectResponse.success();
            }
        };
    }
}
