package org.symbolon.dicom.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Everything before the data set of a file that is written in another transfer syntax. */
public final class FileMeta {
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};

    private FileMeta() {}

    /** The preamble and file meta group of the file, but for transfer syntax and group length. */
    public static void write(DicomFile in, TransferSyntax to, OutputStream out, ReaderOptions options)
            throws IOException {
        byte[] preamble = new byte[PREAMBLE_BYTES];
        if (in.hasPreamble()) {
            try (InputStream file = Files.newInputStream(in.path())) {
                preamble = file.readNBytes(PREAMBLE_BYTES);
            }
        }
        out.write(preamble);
        out.write(PREFIX);
        DataSet meta = new DataSet();
        (in.fileMeta().isEmpty() ? ofBareDataSet(in, options) : in.fileMeta()).forEach(meta::put);
        meta.putString(Tags.TransferSyntaxUID, to.uid());
        meta.remove(Tags.FileMetaInformationGroupLength);
        int length = DataSetWriter.toBytes(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).length;
        meta.putInts(Tags.FileMetaInformationGroupLength, Vr.UL, length);
        out.write(DataSetWriter.toBytes(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    /** With the UIDs that the data set has; one without them makes a file without them. */
    private static DataSet ofBareDataSet(DicomFile in, ReaderOptions options) throws IOException {
        DataSet identity;
        try (DataSetReader reader = in.reader(options.withStopBefore(Tags.SOPInstanceUID + 1))) {
            identity = DataSet.read(reader);
        }
        DataSet meta = new DataSet().putBytes(Tags.FileMetaInformationVersion, Vr.OB, new byte[] {0, 1});
        copy(identity, Tags.SOPClassUID, meta, Tags.MediaStorageSOPClassUID);
        copy(identity, Tags.SOPInstanceUID, meta, Tags.MediaStorageSOPInstanceUID);
        return meta.putString(Tags.ImplementationClassUID, Part10Writer.IMPLEMENTATION_CLASS_UID)
                .putString(Tags.ImplementationVersionName, Part10Writer.IMPLEMENTATION_VERSION_NAME);
    }

    private static void copy(DataSet from, int fromTag, DataSet to, int toTag) {
        String uid = from.string(fromTag);
        if (!uid.isEmpty()) {
            to.putString(toTag, uid);
        }
    }
}
