package org.symbolon.dicom.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.internal.DataSetBytes;

/**
 * A data set that frames are read from, piece by piece. Nothing is held open between two calls.
 *
 * @param transferSyntax of the data set
 * @param dataSet the data set, inflated if it is a deflated one; offset 0 is its first byte
 */
public record ImageBytes(TransferSyntax transferSyntax, OffsetStream dataSet) {
    /** A file, Part 10 or bare. */
    public static ImageBytes of(Path path) throws IOException {
        return of(DicomFile.open(path));
    }

    public static ImageBytes of(DicomFile file) {
        return DataSetBytes.ofFile(file);
    }

    /**
     * A Part 10 file wherever it lies; its file meta group is read now.
     *
     * @throws org.symbolon.dicom.DicomFormatException NOT_DICOM, UNKNOWN_TRANSFER_SYNTAX, or what the meta group suffers from
     */
    public static ImageBytes part10(OffsetStream file) throws IOException {
        return DataSetBytes.ofPart10(file);
    }

    InputStream open(long offset) throws IOException {
        return dataSet.open(offset);
    }
}
