package org.symbolon.receiver.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.CauseChain;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.Status;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * Storage Commitment Push Model (PS3.4 annex J): the N-ACTION is answered by an N-EVENT-REPORT on the same association. An
 * item is committed if its instance is stored and indexed; where it carries the SHA-256 of the data set in our private
 * element, only if exactly that content is. Thread-safe.
 */
final class CommitmentService {
    /** PS3.4 J.3.5: the well-known instance. */
    static final String WELL_KNOWN_INSTANCE = "1.2.840.10008.1.20.1.1";

    static final String PRIVATE_CREATOR = "SYMBOLON";
    static final int PRIVATE_CREATOR_TAG = 0x00090010;
    /** LO, SHA-256 of the data set, 64 hexadecimal digits. */
    static final int DATA_SET_SHA256_TAG = 0x00091010;

    /** Items of one request: more belong into several. */
    static final int MAX_ITEMS = 100_000;

    private static final int REQUEST_ACTION = 1;
    private static final int ALL_COMMITTED = 1;
    private static final int FAILURES_EXIST = 2;

    // Failure Reason (0008,1197), PS3.3 C.14.1.1
    private static final int PROCESSING_FAILURE = 0x0110;
    private static final int NO_SUCH_OBJECT_INSTANCE = 0x0112;
    private static final int CLASS_INSTANCE_CONFLICT = 0x0119;
    private static final int COMMITTED = 0;

    private static final Logger LOG = LoggerFactory.getLogger(CommitmentService.class);

    private final ObjectArchive archive;
    private final OrganisationId organisation;

    CommitmentService(ObjectArchive archive, OrganisationId organisation) {
        this.archive = archive;
        this.organisation = organisation;
    }

    ActionResponse request(ActionRequest request) {
        if (!request.sopClassUid().equals(Uids.StorageCommitmentPushModel)
                || !request.sopInstanceUid().equals(WELL_KNOWN_INSTANCE)) {
            return ActionResponse.failure(Status.NO_SUCH_SOP_INSTANCE, "");
        }
        if (request.actionType() != REQUEST_ACTION) {
            return ActionResponse.failure(Status.NO_SUCH_ACTION, "");
        }
        String transaction = request.information().string(Tags.TransactionUID);
        List<DataSet> items = request.information().sequence(Tags.ReferencedSOPSequence);
        if (!Uid.isUid(transaction) || items.isEmpty()) {
            return ActionResponse.failure(Status.MISSING_ATTRIBUTE, "Transaction UID or Referenced SOP Sequence");
        }
        if (items.size() > MAX_ITEMS) {
            return ActionResponse.failure(Status.RESOURCE_LIMITATION, "At most " + MAX_ITEMS + " items");
        }
        return ActionResponse.successThen(() -> report(transaction, items));
    }

    private EventReport report(String transaction, List<DataSet> items) {
        List<DataSet> committed = new ArrayList<>();
        List<DataSet> failed = new ArrayList<>();
        for (DataSet item : items) {
            DataSet reference = new DataSet();
            reference.putString(Tags.ReferencedSOPClassUID, item.string(Tags.ReferencedSOPClassUID));
            reference.putString(Tags.ReferencedSOPInstanceUID, item.string(Tags.ReferencedSOPInstanceUID));
            int reason = verdict(item);
            if (reason == COMMITTED) {
                committed.add(reference);
            } else {
                reference.putInts(Tags.FailureReason, Vr.US, reason);
                failed.add(reference);
            }
        }
        DataSet information = new DataSet();
        information.putString(Tags.TransactionUID, transaction);
        if (!committed.isEmpty()) {
            information.putSequence(Tags.ReferencedSOPSequence, committed);
        }
        if (!failed.isEmpty()) {
            information.putSequence(Tags.FailedSOPSequence, failed);
        }
        return new EventReport(
                Uids.StorageCommitmentPushModel,
                WELL_KNOWN_INSTANCE,
                failed.isEmpty() ? ALL_COMMITTED : FAILURES_EXIST,
                information);
    }

    private int verdict(DataSet item) {
        String sopClass = item.string(Tags.ReferencedSOPClassUID);
        String sopInstance = item.string(Tags.ReferencedSOPInstanceUID);
        if (!Uid.isUid(sopInstance)) {
            return NO_SUCH_OBJECT_INSTANCE;
        }
        String series = item.string(Tags.SeriesInstanceUID);
        try {
            boolean held = archive.holds(organisation, sopInstance, series.isEmpty() ? null : series, digest(item));
            if (!held) {
                return NO_SUCH_OBJECT_INSTANCE;
            }
            return isOfClass(sopClass, sopInstance) ? COMMITTED : CLASS_INSTANCE_CONFLICT;
        } catch (IOException | SymbolonException e) {
            LOG.error("{}: storage commitment could not look into the archive: {}", organisation, CauseChain.of(e));
            return PROCESSING_FAILURE;
        }
    }

    private boolean isOfClass(String sopClass, String sopInstance) throws IOException {
        for (InstanceRecord record : archive.instance(organisation, sopInstance)) {
            if (record.sopClassUid().equals(sopClass)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String digest(DataSet item) {
        boolean ours = item.string(PRIVATE_CREATOR_TAG).equals(PRIVATE_CREATOR);
        String digest = ours ? item.string(DATA_SET_SHA256_TAG) : "";
        return digest.isEmpty() ? null : digest;
    }
}
