package org.symbolon.testkit.internal.study;

import org.symbolon.dicom.Tags;
import org.symbolon.testkit.internal.dicom.DicomData;

/** An instance that another one may point to. */
record ImageReference(String sopClassUid, String sopInstanceUid, String seriesInstanceUid) {
    /** An item with Referenced SOP Class UID and Referenced SOP Instance UID. */
    DicomData item(DicomData parent) {
        return parent.item()
                .text(Tags.ReferencedSOPClassUID, sopClassUid)
                .text(Tags.ReferencedSOPInstanceUID, sopInstanceUid);
    }
}
