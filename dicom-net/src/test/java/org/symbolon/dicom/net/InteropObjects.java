package org.symbolon.dicom.net;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** One object for each transfer syntax of the matrix. Peers do not decode what they store, so fragments hold no image. */
final class InteropObjects {
    static final String CT = Uids.CTImageStorage;
    static final String STUDY = "2.25.1000";
    static final String SERIES = "2.25.1001";

    /** Transfer syntaxes by name, with the option of storescu that proposes them. */
    static final Map<String, String> SYNTAXES = syntaxes();

    private InteropObjects() {}

    private static Map<String, String> syntaxes() {
        Map<String, String> syntaxes = new LinkedHashMap<>();
        syntaxes.put(Uids.ImplicitVRLittleEndian, "-xi");
        syntaxes.put(Uids.ExplicitVRLittleEndian, "-xe");
        syntaxes.put(Uids.ExplicitVRBigEndian, "-xb");
        syntaxes.put(Uids.DeflatedExplicitVRLittleEndian, "-xd");
        syntaxes.put(Uids.RLELossless, "-xr");
        syntaxes.put(Uids.JPEGBaseline8Bit, "-xy");
        syntaxes.put(Uids.JPEGExtended12Bit, "-xx");
        syntaxes.put(Uids.JPEGLosslessSV1, "-xs");
        syntaxes.put(Uids.JPEGLSLossless, "-xt");
        syntaxes.put(Uids.JPEGLSNearLossless, "-xu");
        syntaxes.put(Uids.JPEG2000Lossless, "-xv");
        syntaxes.put(Uids.JPEG2000, "-xw");
        return syntaxes;
    }

    static TransferSyntax syntax(String uid) {
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (syntax == null) {
            throw new IllegalArgumentException("Not a transfer syntax");
        }
        return syntax;
    }

    static String instance(String syntaxUid) {
        return "2.25." + (List.copyOf(SYNTAXES.keySet()).indexOf(syntaxUid) + 1);
    }

    static DataSet dataSet(String syntaxUid) {
        byte[] pixels = new byte[64 * 64 * 2];
        Arrays.fill(pixels, (byte) syntaxUid.length());
        DataSet dataSet = new DataSet()
                .putString(Tags.SOPClassUID, CT)
                .putString(Tags.SOPInstanceUID, instance(syntaxUid))
                .putString(Tags.StudyDate, "20240102")
                .putString(Tags.StudyTime, "101500")
                .putString(Tags.AccessionNumber, "A1")
                .putString(Tags.Modality, "CT")
                .putString(Tags.PatientID, "P1")
                .putString(Tags.PatientName, "Interop^Test")
                .putString(Tags.StudyInstanceUID, STUDY)
                .putString(Tags.SeriesInstanceUID, SERIES)
                .putString(Tags.StudyID, "1")
                .putString(Tags.SeriesNumber, "1")
                .putString(Tags.InstanceNumber, "1")
                .putInts(Tags.SamplesPerPixel, Vr.US, 1)
                .putString(Tags.PhotometricInterpretation, "MONOCHROME2")
                .putInts(Tags.Rows, Vr.US, 64)
                .putInts(Tags.Columns, Vr.US, 64)
                .putInts(Tags.BitsAllocated, Vr.US, 16)
                .putInts(Tags.BitsStored, Vr.US, 16)
                .putInts(Tags.HighBit, Vr.US, 15)
                .putInts(Tags.PixelRepresentation, Vr.US, 0);
        return syntax(syntaxUid).encapsulated()
                ? dataSet.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], pixels))
                : dataSet.putBytes(Tags.PixelData, Vr.OW, pixels);
    }

    static byte[] encoded(String syntaxUid) {
        return DataSetWriter.toBytes(dataSet(syntaxUid), syntax(syntaxUid));
    }

    static byte[] part10(String syntaxUid) {
        byte[] meta = Part10Writer.fileMeta(CT, instance(syntaxUid), syntax(syntaxUid), null);
        byte[] dataSet = encoded(syntaxUid);
        byte[] all = Arrays.copyOf(meta, meta.length + dataSet.length);
        System.arraycopy(dataSet, 0, all, meta.length, dataSet.length);
        return all;
    }
}
