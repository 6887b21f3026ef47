package org.symbolon.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;

/** Writes Part 10 files (PS3.10 section 7): preamble of zeroes, {@code DICM}, file meta group, data set. */
public final class Part10Writer {
    /** Who wrote the file (PS3.7 D.3.3.2), for (0002,0012) and the association negotiation. */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.24193801814657931045534635369502246998";

    public static final String IMPLEMENTATION_VERSION_NAME = "SYMBOLON_0_1";

    private static final int PREAMBLE_BYTES = 128;

    private Part10Writer() {}

    /** Everything that stands before the data set. The application entity title is that of the sender (0002,0016), if known. */
    public static byte[] fileMeta(
            String sopClassUid, String sopInstanceUid, TransferSyntax syntax, @Nullable String sourceAeTitle) {
        DataSet meta = new DataSet()
                .putBytes(Tags.FileMetaInformationVersion, Vr.OB, new byte[] {0, 1})
                .putString(Tags.MediaStorageSOPClassUID, sopClassUid)
                .putString(Tags.MediaStorageSOPInstanceUID, sopInstanceUid)
                .putString(Tags.TransferSyntaxUID, syntax.uid())
                .putString(Tags.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
                .putString(Tags.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME);
        if (sourceAeTitle != null && !sourceAeTitle.isEmpty()) {
            meta.putString(Tags.SourceApplicationEntityTitle, sourceAeTitle);
        }
        int groupLength = DataSetWriter.toBytes(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).length;
        meta.putInts(Tags.FileMetaInformationGroupLength, Vr.UL, groupLength);
        byte[] group = DataSetWriter.toBytes(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] prefix = "DICM".getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[PREAMBLE_BYTES + prefix.length + group.length];
        System.arraycopy(prefix, 0, all, PREAMBLE_BYTES, prefix.length);
        System.arraycopy(group, 0, all, PREAMBLE_BYTES + prefix.length, group.length);
        return all;
    }

    /**
     * Writes a file; an existing one is replaced.
     *
     * @throws DicomFormatException MISSING_UID if SOP Class UID or SOP Instance UID is absent
     */
    public static void write(Path path, DataSet dataSet, TransferSyntax syntax) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            write(out, dataSet, syntax);
        }
    }

    /** As {@link #write(Path, DataSet, TransferSyntax)}; does not close the stream. */
    public static void write(OutputStream out, DataSet dataSet, TransferSyntax syntax) throws IOException {
        write(out, dataSet, syntax, SequenceLengths.DEFINED);
    }

    /** As {@link #write(Path, DataSet, TransferSyntax)}; does not close the stream. */
    public static void write(OutputStream out, DataSet dataSet, TransferSyntax syntax, SequenceLengths lengths)
            throws IOException {
        String sopClassUid = required(dataSet, Tags.SOPClassUID);
        String sopInstanceUid = required(dataSet, Tags.SOPInstanceUID);
        out.write(fileMeta(sopClassUid, sopInstanceUid, syntax, null));
        new DataSetWriter(out, syntax, lengths).write(dataSet);
    }

    private static String required(DataSet dataSet, int tag) {
        String uid = dataSet.string(tag);
        if (uid.isEmpty()) {
            throw new DicomFormatException(DicomProblem.MISSING_UID, "The data set has no such UID", tag, -1);
        }
        return uid;
    }
}
