package org.symbolon.dicom.net;

import org.symbolon.dicom.DataSet;

/**
 * An N-ACTION-RQ (PS3.7 10.3.4), such as a request for storage commitment (PS3.4 J.3.2).
 *
 * @param sopClassUid Requested SOP Class UID (0000,0003)
 * @param sopInstanceUid Requested SOP Instance UID (0000,1001)
 * @param actionType Action Type ID (0000,1008)
 * @param information the data set; empty where the message had none
 * @param callingAeTitle of the association's requester
 */
public record ActionRequest(
        String sopClassUid, String sopInstanceUid, int actionType, DataSet information, String callingAeTitle) {}
