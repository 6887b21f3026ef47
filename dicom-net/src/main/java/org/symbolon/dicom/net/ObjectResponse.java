package org.symbolon.dicom.net;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;

/**
 * The answer to an N-CREATE, N-SET, N-GET, N-DELETE or N-EVENT-REPORT (PS3.7 10.1).
 *
 * @param status see {@link Status}
 * @param errorComment (0000,0902), at most 64 characters go over the wire; without values of a patient; may be empty
 * @param sopInstanceUid Affected SOP Instance UID (0000,1000), that of the request, or the one an N-CREATE was given; may be
 *     empty
 * @param attributes the attribute list, or the event reply; null: none
 */
public record ObjectResponse(
        int status,
        String errorComment,
        String sopInstanceUid,
        @Nullable DataSet attributes) {
    /** Done; the SOP instance is that of the request. */
    public static ObjectResponse success() {
        return new ObjectResponse(Status.SUCCESS, "", "", null);
    }

    /** Done; the SOP instance is that of the request. */
    public static ObjectResponse success(DataSet attributes) {
        return new ObjectResponse(Status.SUCCESS, "", "", attributes);
    }

    public static ObjectResponse failure(int status, String errorComment) {
        return new ObjectResponse(status, errorComment, "", null);
    }

    /** Whether the operation was done, with or without a warning. */
    public boolean isDone() {
        return Status.isDone(status);
    }
}
