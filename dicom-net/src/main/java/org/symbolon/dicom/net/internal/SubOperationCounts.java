package org.symbolon.dicom.net.internal;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.Status;

/** What became of the C-STORE sub-operations of a C-GET or C-MOVE on the SCP's side (PS3.4 C.4.2.1.6 to C.4.2.1.9 and C.4.3.1). */
final class SubOperationCounts {
    /** How many failed UIDs the final response names: as many as surely fit an element of explicit VR. All are counted. */
    static final int MAX_NAMED_FAILURES = 1_000;

    private static final int MAX_COUNT = 0xFFFF;

    private final List<String> failedUids = new ArrayList<>();
    private int total;
    private int completed;
    private int failed;
    private int warnings;

    void total(int objects) {
        total = objects;
    }

    void count(String sopInstanceUid, int status) {
        if (status == Status.SUCCESS) {
            completed++;
        } else if (Status.isWarning(status)) {
            warnings++;
        } else {
            failed(sopInstanceUid);
        }
    }

    void failed(String sopInstanceUid) {
        failed++;
        if (failedUids.size() < MAX_NAMED_FAILURES) {
            failedUids.add(sopInstanceUid);
        }
    }

    private int remaining() {
        return Math.min(MAX_COUNT, Math.max(0, total - completed - failed - warnings));
    }

    CommandSet pending(CommandSet request) {
        return counted(request, Status.PENDING).put(CommandSet.REMAINING_SUB_OPERATIONS, remaining());
    }

    /** The number of remaining sub-operations stands in a pending and a cancelled response only. */
    CommandSet last(CommandSet request, int status) {
        CommandSet response = counted(request, status);
        return status == Status.CANCEL ? response.put(CommandSet.REMAINING_SUB_OPERATIONS, remaining()) : response;
    }

    private CommandSet counted(CommandSet request, int status) {
        return CommandSet.response(request, status)
                .put(CommandSet.COMPLETED_SUB_OPERATIONS, Math.min(MAX_COUNT, completed))
                .put(CommandSet.FAILED_SUB_OPERATIONS, Math.min(MAX_COUNT, failed))
                .put(CommandSet.WARNING_SUB_OPERATIONS, Math.min(MAX_COUNT, warnings));
    }

    /** What the whole operation comes to, if it was not cancelled. */
    int status() {
        if (failed == 0) {
            return warnings == 0 ? Status.SUCCESS : Status.SUB_OPERATIONS_INCOMPLETE;
        }
        return completed + warnings == 0 ? Status.UNABLE_TO_PERFORM_SUB_OPERATIONS : Status.SUB_OPERATIONS_INCOMPLETE;
    }

    boolean hasFailures() {
        return !failedUids.isEmpty();
    }

    DataSet failures() {
        return new DataSet().put(Tags.FailedSOPInstanceUIDList, Vr.UI, failedUids.toArray(String[]::new));
    }
}
