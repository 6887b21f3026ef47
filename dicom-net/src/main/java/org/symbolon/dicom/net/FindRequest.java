package org.symbolon.dicom.net;

import org.symbolon.dicom.DataSet;

/**
 * A C-FIND-RQ (PS3.7 9.3.2, PS3.4 C.4.1 and K.4.1).
 *
 * @param sopClassUid Affected SOP Class UID (0000,0002): the information model
 * @param identifier the keys
 * @param callingAeTitle of the association's requester
 */
public record FindRequest(String sopClassUid, DataSet identifier, String callingAeTitle) {}
