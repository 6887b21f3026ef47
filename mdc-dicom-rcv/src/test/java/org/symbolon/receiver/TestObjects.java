package org.symbolon.receiver;

import java.util.Random;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** De-identified objects to send. */
public final class TestObjects {
    public static final String STUDY = "2.25.1";
    public static final String SERIES = "2.25.1.1";
    public static final String SOP = "2.25.1.1.1";

    private static final int ROWS = 16;
    private static final int COLUMNS = 32;

    private TestObjects() {}

    public static DataSet ct() {
        return ct(SOP, SERIES, STUDY);
    }

    public static DataSet ct(String sop, String series, String study) {
        DataSet object = new DataSet();
        object.putString(Tags.SOPClassUID, Uids.CTImageStorage);
        object.putString(Tags.SOPInstanceUID, sop);
        object.putString(Tags.AccessionNumber, "A-1");
        object.putString(Tags.Modality, "CT");
        object.putString(Tags.PatientName, "SYM-1");
        object.putString(Tags.PatientID, "SYM-1");
        object.putString(Tags.PatientIdentityRemoved, "YES");
        object.putString(Tags.DeidentificationMethod, "test");
        object.putString(Tags.StudyInstanceUID, study);
        object.putString(Tags.SeriesInstanceUID, series);
        object.putString(Tags.SeriesNumber, "1");
        object.putString(Tags.InstanceNumber, "1");
        object.putInts(Tags.SamplesPerPixel, Vr.US, 1);
        object.putString(Tags.PhotometricInterpretation, "MONOCHROME2");
        object.putInts(Tags.Rows, Vr.US, ROWS);
        object.putInts(Tags.Columns, Vr.US, COLUMNS);
        object.putInts(Tags.BitsAllocated, Vr.US, 16);
        object.putInts(Tags.BitsStored, Vr.US, 16);
        object.putInts(Tags.HighBit, Vr.US, 15);
        object.putInts(Tags.PixelRepresentation, Vr.US, 0);
        byte[] pixels = new byte[ROWS * COLUMNS * 2];
        new Random(sop.hashCode()).nextBytes(pixels);
        object.putBytes(Tags.PixelData, Vr.OW, pixels);
        return object;
    }

    public static byte[] encode(DataSet object, TransferSyntax syntax) {
        return DataSetWriter.toBytes(object, syntax);
    }
}
