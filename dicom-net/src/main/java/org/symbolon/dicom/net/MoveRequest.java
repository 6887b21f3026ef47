package org.symbolon.dicom.net;

import org.symbolon.dicom.DataSet;

/**
 * A C-MOVE-RQ (PS3.7 9.3.4, PS3.4 C.4.2).
 *
 * @param sopClassUid Affected SOP Class UID (0000,0002): the information model
 * @param identifier the data set, with Query/Retrieve Level (0008,0052) and unique keys
 * @param destinationAeTitle Move Destination (0000,0600); known to {@link AssociationHandler#destinations}
 * @param callingAeTitle of the association's requester
 */
public record MoveRequest(String sopClassUid, DataSet identifier, String destinationAeTitle, String callingAeTitle) {}
