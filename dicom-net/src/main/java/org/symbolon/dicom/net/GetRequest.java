package org.symbolon.dicom.net;

import org.symbolon.dicom.DataSet;

/**
 * A C-GET-RQ (PS3.7 9.3.3, PS3.4 C.4.3).
 *
 * @param sopClassUid Affected SOP Class UID (0000,0002): the information model
 * @param identifier the data set, with Query/Retrieve Level (0008,0052) and unique keys
 * @param callingAeTitle of the association's requester
 */
public record GetRequest(String sopClassUid, DataSet identifier, String callingAeTitle) {}
