package org.symbolon.archive;

import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * What the index takes from an object's own data set; absent text is empty, absent numbers are 0.
 *
 * @param rows Rows (0028,0010)
 * @param columns Columns (0028,0011)
 * @param numberOfFrames Number of Frames (0028,0008), 1 where there are rows but no such element
 */
public record InstanceHeader(
        String sopClassUid,
        String sopInstanceUid,
        String seriesInstanceUid,
        String studyInstanceUid,
        String accessionNumber,
        String patientId,
        String modality,
        String seriesNumber,
        String instanceNumber,
        int rows,
        int columns,
        int numberOfFrames) {

    /** The first tag behind everything that a header needs: a reader may stop before it. */
    public static final int STOP_BEFORE = 0x00280012;

    public InstanceHeader {
        for (String uid : new String[] {sopClassUid, sopInstanceUid, seriesInstanceUid, studyInstanceUid}) {
            if (!Uid.isUid(uid)) {
                throw new SymbolonException(
                        ErrorCode.MISSING_UID, "An object needs a SOP class, SOP instance, series and study UID");
            }
        }
    }
}
