package org.symbolon.dicom.image.internal.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Preamble and file meta group (PS3.10 7.1) of a file that gets another transfer syntax; the rest of both stays. */
final class FileHead {
    private static final int PREAMBLE_BYTES = 128;

    private FileHead() {}

    /** The data set's own UIDs fill in for those that the group lacks. */
    static void write(DicomFile file, DataSet header, TransferSyntax to, OutputStream out) throws IOException {
        byte[] preamble = new byte[PREAMBLE_BYTES];
        if (file.hasPreamble()) {
            try (InputStream in = Files.newInputStream(file.path())) {
                preamble = in.readNBytes(PREAMBLE_BYTES);
            }
        }
        out.write(preamble);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        DataSet meta = new DataSet().putBytes(Tags.FileMetaInformationVersion, Vr.OB, new byte[] {0, 1});
        fillIn(meta, Tags.MediaStorageSOPClassUID, header.string(Tags.SOPClassUID));
        fillIn(meta, Tags.MediaStorageSOPInstanceUID, header.string(Tags.SOPInstanceUID));
        for (Element element : file.fileMeta()) {
            meta.put(element);
        }
        meta.putString(Tags.TransferSyntaxUID, to.uid());
        meta.putString(Tags.ImplementationClassUID, Part10Writer.IMPLEMENTATION_CLASS_UID);
        meta.putString(Tags.ImplementationVersionName, Part10Writer.IMPLEMENTATION_VERSION_NAME);
        meta.remove(Tags.FileMetaInformationGroupLength);
        int length = DataSetWriter.toBytes(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).length;
        meta.putInts(Tags.FileMetaInformationGroupLength, Vr.UL, length);
        out.write(DataSetWriter.toBytes(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static void fillIn(DataSet meta, int tag, String uid) {
        if (!uid.isEmpty()) {
            meta.putString(tag, uid);
        }
    }
}
