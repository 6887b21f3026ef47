package org.symbolon.agent.internal.sender;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ActionResult;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.Status;

/**
 * Storage commitment (PS3.4 annex J) with a digest: each referenced instance carries the SHA-256 of its data set in a private
 * element, and the data centre commits only if exactly that content is stored and indexed.
 */
final class Commitment {
    /** Request Storage Commitment, PS3.4 table J.3.2-1. */
    private static final int ACTION_TYPE = 1;

    private static final int PRIVATE_CREATOR = 0x00090010;
    private static final int DATA_SET_SHA256 = 0x00091010;
    private static final String CREATOR = "SYMBOLON";
    private static final int NOT_IN_THE_ANSWER = Status.NO_SUCH_SOP_INSTANCE;

    private Commitment() {}

    /** Failure Reason (0008,1197) by object id, 0 for what is committed. */
    static Map<Long, Integer> request(AssociationRequester association, List<OutboxObject> objects, Duration timeout)
            throws IOException {
        Map<Long, Integer> outcome = new HashMap<>();
        List<OutboxObject> rest = new ArrayList<>(objects);
        while (!rest.isEmpty()) {
            Map<String, OutboxObject> round = takeDistinct(rest);
            ActionResult result = association.action(
                    Uids.StorageCommitmentPushModel,
                    Uids.StorageCommitmentPushModelInstance,
                    ACTION_TYPE,
                    information(round.values()),
                    timeout);
            if (result.event() == null) {
                throw new DicomNetworkException(
                        DicomNetworkException.Kind.REJECTED,
                        true,
                        String.format("Storage commitment was refused with status %04X", result.status()));
            }
            read(result.event().information(), round, outcome);
        }
        return outcome;
    }

    /** Answers name SOP instances, so two objects of one SOP Instance UID are asked for one after the other. */
    private static Map<String, OutboxObject> takeDistinct(List<OutboxObject> rest) {
        Map<String, OutboxObject> round = new HashMap<>();
        rest.removeIf(object -> round.putIfAbsent(object.key().sopUid(), object) == null);
        return round;
    }

    private static DataSet information(Iterable<OutboxObject> objects) {
        List<DataSet> items = new ArrayList<>();
        for (OutboxObject object : objects) {
            DataSet item = new DataSet();
            item.putString(Tags.ReferencedSOPClassUID, object.context().sopClassUid());
            item.putString(Tags.ReferencedSOPInstanceUID, object.key().sopUid());
            item.put(PRIVATE_CREATOR, Vr.LO, CREATOR);
            item.put(DATA_SET_SHA256, Vr.LO, object.key().dataSetSha256());
            item.putString(Tags.SeriesInstanceUID, object.key().seriesUid());
            items.add(item);
        }
        DataSet information = new DataSet();
        information.putString(Tags.TransactionUID, newUid());
        information.putSequence(Tags.ReferencedSOPSequence, items);
        return information;
    }

    private static void read(DataSet answer, Map<String, OutboxObject> round, Map<Long, Integer> outcome) {
        round.values().forEach(object -> outcome.put(object.id(), NOT_IN_THE_ANSWER));
        for (DataSet item : answer.sequence(Tags.ReferencedSOPSequence)) {
            OutboxObject object = round.get(item.string(Tags.ReferencedSOPInstanceUID));
            if (object != null) {
                outcome.put(object.id(), Status.SUCCESS);
            }
        }
        for (DataSet item : answer.sequence(Tags.FailedSOPSequence)) {
            OutboxObject object = round.get(item.string(Tags.ReferencedSOPInstanceUID));
            if (object != null) {
                outcome.put(object.id(), item.integer(Tags.FailureReason, Status.PROCESSING_FAILURE));
            }
        }
    }

    /** PS3.5 B.2: a UID from a UUID. */
    private static String newUid() {
        UUID uuid = UUID.randomUUID();
        String hex = uuid.toString().replace("-", "");
        return "2.25." + new BigInteger(hex, 16);
    }
}
