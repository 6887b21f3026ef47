package org.symbolon.dicom.net;

import java.util.List;
import org.symbolon.dicom.DataSet;

/**
 * An N-CREATE-RQ, N-SET-RQ, N-GET-RQ or N-DELETE-RQ (PS3.7 10.3), such as those of the Modality Performed Procedure Step
 * (PS3.4 F.7).
 *
 * @param sopClassUid Affected or Requested SOP Class UID
 * @param sopInstanceUid Affected or Requested SOP Instance UID; may be empty in an N-CREATE: the SCP chooses it
 * @param attributes attribute or modification list of an N-CREATE or N-SET; else empty
 * @param attributeTags Attribute Identifier List (0000,1005) of an N-GET, empty: all; else empty
 * @param callingAeTitle of the association's requester
 */
public record ObjectRequest(
        String sopClassUid,
        String sopInstanceUid,
        DataSet attributes,
        List<Integer> attributeTags,
        String callingAeTitle) {
    public ObjectRequest {
        attributeTags = List.copyOf(attributeTags);
    }
}
