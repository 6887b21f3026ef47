package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;

/** What one run of a command receives: where it goes, how much it is, and when it is enough. Thread-safe. */
final class Reception {
    private final ObjectFolder folder;
    private final Commitments commitments;
    private final ReceptionListener listener;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final long wanted;
    private final CountDownLatch complete = new CountDownLatch(1);

    /** Whether storage commitment is offered. */
    enum Commitments {
        OFFERED,
        NOT_OFFERED
    }

    /** Hears of every object, on the thread of its association. */
    @FunctionalInterface
    interface ReceptionListener {
        void received(StoreRequest request, Path file, long count);
    }

    /** @param wanted how many objects are enough; 0: never */
    Reception(ObjectFolder folder, Commitments commitments, long wanted, ReceptionListener listener) {
        this.folder = folder;
        this.commitments = commitments;
        this.wanted = wanted;
        this.listener = listener;
    }

    void keep(StoreRequest request, InputStream dataSet) throws IOException {
        Path file = folder.keep(request, dataSet);
        long count = received.incrementAndGet();
        listener.received(request, file, count);
        if (count == wanted) {
            complete.countDown();
        }
    }

    void failed() {
        failures.incrementAndGet();
    }

    long received() {
        return received.get();
    }

    long failures() {
        return failures.get();
    }

    /** Waits until there is enough, or the thread is interrupted. */
    void awaitComplete() throws InterruptedException {
        complete.await();
    }

    boolean commits() {
        return commitments == Commitments.OFFERED;
    }

    /** Says which of the named objects are here (PS3.4 J.3.3), in an event report on the same association. */
    ActionResponse commit(ActionRequest request) {
        String transaction = request.information().string(Tags.TransactionUID);
        List<DataSet> references = request.information().sequence(Tags.ReferencedSOPSequence);
        if (transaction.isEmpty() || references.isEmpty()) {
            return ActionResponse.failure(Status.INVALID_ARGUMENT_VALUE, "No transaction, or nothing to commit");
        }
        return ActionResponse.successThen(() -> report(request, transaction, references));
    }

    private EventReport report(ActionRequest request, String transaction, List<DataSet> references) throws IOException {
        List<DataSet> committed = new ArrayList<>();
        List<DataSet> missing = new ArrayList<>();
        for (DataSet reference : references) {
            String sopClass = reference.string(Tags.ReferencedSOPClassUID);
            String sopInstance = reference.string(Tags.ReferencedSOPInstanceUID);
            DataSet item = new DataSet()
                    .putString(Tags.ReferencedSOPClassUID, sopClass)
                    .putString(Tags.ReferencedSOPInstanceUID, sopInstance);
            Path file = folder.find(sopInstance);
            if (file == null) {
                missing.add(item.putInts(Tags.FailureReason, Vr.US, Status.NO_SUCH_SOP_INSTANCE));
            } else if (!ObjectHeader.read(file).sopClassUid().equals(sopClass)) {
                missing.add(item.putInts(Tags.FailureReason, Vr.US, Status.CLASS_INSTANCE_CONFLICT));
            } else {
                committed.add(item);
            }
        }
        DataSet information = new DataSet().putString(Tags.TransactionUID, transaction);
        if (!committed.isEmpty()) {
            information.putSequence(Tags.ReferencedSOPSequence, committed);
        }
        if (!missing.isEmpty()) {
            information.putSequence(Tags.FailedSOPSequence, missing);
        }
        return new EventReport(
                Uids.StorageCommitmentPushModel, request.sopInstanceUid(), missing.isEmpty() ? 1 : 2, information);
    }
}
