package org.symbolon.dicom.net;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.net.internal.FileRecoding;

/**
 * An object to be sent with C-STORE.
 *
 * @param sopClassUid (0008,0016) of the data set
 * @param sopInstanceUid (0008,0018) of the data set
 * @param transferSyntax UID of the syntax in which the source writes
 * @param recoding how the data set can be had in another syntax, should the peer not take this one
 */
public record OutgoingObject(
        String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source, Recoding recoding) {
    /** An object that is sent in its own transfer syntax or not at all. */
    public OutgoingObject(String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source) {
        this(sopClassUid, sopInstanceUid, transferSyntax, source, Recoding.NONE);
    }

    /** The same object, sent in its own transfer syntax or not at all. */
    public OutgoingObject withoutRecoding() {
        return new OutgoingObject(sopClassUid, sopInstanceUid, transferSyntax, source, Recoding.NONE);
    }

    /**
     * A file as it stands. If its pixel data is native, it can be recoded into explicit and implicit VR little endian (the
     * latter is what every DICOM application takes, PS3.5 10.1).
     *
     * @throws DicomFormatException as {@link DicomFile#open}, and MISSING_UID if the data set has no SOP Class UID (0008,0016)
     *     or SOP Instance UID (0008,0018)
     */
    public static OutgoingObject ofFile(Path path) throws IOException {
        DicomFile file = DicomFile.open(path);
        DataSet header;
        try (DataSetReader reader = file.reader(ReaderOptions.defaults().withStopBefore(Tags.SOPInstanceUID + 1))) {
            header = DataSet.read(reader);
        }
        return new OutgoingObject(
                required(header, Tags.SOPClassUID),
                required(header, Tags.SOPInstanceUID),
                file.transferSyntax().uid(),
                DataSetSource.ofFile(path, file.dataSetOffset()),
                new FileRecoding(file));
    }

    private static String required(DataSet header, int tag) {
        String uid = header.string(tag);
        if (uid.isEmpty()) {
            throw new DicomFormatException(DicomProblem.MISSING_UID, "The data set has no such UID", tag, -1);
        }
        return uid;
    }
}
