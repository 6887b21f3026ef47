package org.symbolon.dicom.net;

import java.util.List;

/**
 * How a C-GET or C-MOVE ended.
 *
 * @param status see {@link Status}; {@link Status#SUB_OPERATIONS_INCOMPLETE} where some objects failed
 * @param errorComment may be empty
 * @param counts of the sub-operations, as the peer counts; remaining ones only where it was cancelled
 * @param failedSopInstanceUids Failed SOP Instance UID List (0008,0058), empty where the peer names none; it need not name all
 */
public record RetrieveResult(
        int status, String errorComment, SubOperations counts, List<String> failedSopInstanceUids) {
    public RetrieveResult {
        failedSopInstanceUids = List.copyOf(failedSopInstanceUids);
    }

    /** Sub-operations that succeeded. */
    public int completed() {
        return counts.completed();
    }

    /** Sub-operations that failed. */
    public int failed() {
        return counts.failed();
    }

    /** Sub-operations that succeeded with a warning. */
    public int warnings() {
        return counts.warnings();
    }
}
