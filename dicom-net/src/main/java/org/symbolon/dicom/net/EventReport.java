package org.symbolon.dicom.net;

import org.symbolon.dicom.DataSet;

/**
 * An N-EVENT-REPORT (PS3.7 10.3.1), such as the result of a storage commitment (PS3.4 J.3.3).
 *
 * @param sopClassUid Affected SOP Class UID (0000,0002)
 * @param sopInstanceUid Affected SOP Instance UID (0000,1000)
 * @param eventType Event Type ID (0000,1002)
 * @param information the data set; empty where the message had none
 */
public record EventReport(String sopClassUid, String sopInstanceUid, int eventType, DataSet information) {}
