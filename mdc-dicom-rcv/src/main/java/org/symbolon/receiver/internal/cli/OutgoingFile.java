package org.symbolon.receiver.internal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.model.Uid;

/** A file to be sent, and where its data set begins. */
record OutgoingFile(
        Path path, String sopClassUid, String sopInstanceUid, String transferSyntaxUid, long dataSetOffset) {
    /** First tag behind SOP Instance UID (0008,0018). */
    private static final int STOP = Tags.SOPInstanceUID + 1;

    /** Null if the file is no DICOM object, or does not say of which class and instance. */
    static @Nullable OutgoingFile read(Path path) throws IOException {
        try {
            DicomFile file = DicomFile.open(path);
            DataSet header;
            try (DataSetReader reader = file.reader(ReaderOptions.defaults().withStopBefore(STOP))) {
                header = DataSet.read(reader);
            }
            String sopClass = header.string(Tags.SOPClassUID);
            String sopInstance = header.string(Tags.SOPInstanceUID);
            boolean named = Uid.isUid(sopClass) && Uid.isUid(sopInstance);
            return named
                    ? new OutgoingFile(
                            path, sopClass, sopInstance, file.transferSyntax().uid(), file.dataSetOffset())
                    : null;
        } catch (DicomFormatException e) {
            return null;
        }
    }

    ProposedContext context() {
        return new ProposedContext(sopClassUid, List.of(transferSyntaxUid), ProposedContext.Role.SCU);
    }
}
