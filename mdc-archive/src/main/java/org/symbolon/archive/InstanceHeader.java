package org.symbolon.archive;

import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
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

    /** Longest text that the index takes; the standard's own limits are 16 and 64 characters. */
    public static final int MAX_TEXT_CHARACTERS = 1024;

    public InstanceHeader {
        for (String uid : new String[] {sopClassUid, sopInstanceUid, seriesInstanceUid, studyInstanceUid}) {
            if (!Uid.isUid(uid)) {
                throw new SymbolonException(
                        ErrorCode.MISSING_UID, "An object needs a SOP class, SOP instance, series and study UID");
            }
        }
        for (String text : new String[] {accessionNumber, patientId, modality, seriesNumber, instanceNumber}) {
            if (text.length() > MAX_TEXT_CHARACTERS) {
                throw new SymbolonException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "A number or identifier has more than " + MAX_TEXT_CHARACTERS + " characters");
            }
        }
    }

    /**
     * Takes the header from a data set that was read at least to {@link #STOP_BEFORE}.
     *
     * @throws SymbolonException MISSING_UID, LIMIT_EXCEEDED
     */
    public static InstanceHeader of(DataSet dataSet) {
        int rows = dataSet.integer(Tags.Rows, 0);
        return new InstanceHeader(
                dataSet.string(Tags.SOPClassUID),
                dataSet.string(Tags.SOPInstanceUID),
                dataSet.string(Tags.SeriesInstanceUID),
                dataSet.string(Tags.StudyInstanceUID),
                dataSet.string(Tags.AccessionNumber),
                dataSet.string(Tags.PatientID),
                dataSet.string(Tags.Modality),
                dataSet.string(Tags.SeriesNumber),
                dataSet.string(Tags.InstanceNumber),
                rows,
                dataSet.integer(Tags.Columns, 0),
                dataSet.integer(Tags.NumberOfFrames, rows > 0 ? 1 : 0));
    }
}
