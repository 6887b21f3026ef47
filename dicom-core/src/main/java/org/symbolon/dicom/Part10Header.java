package org.symbolon.dicom;

import java.io.IOException;
import java.util.List;
import org.symbolon.dicom.internal.FileLayout;

/**
 * What stands before the data set of a Part 10 file that lies in memory (PS3.10 section 7.1); for one on disk see
 * {@link DicomFile}. Immutable.
 *
 * @param hasPreamble whether 128 bytes and {@code DICM} come first
 * @param dataSetOffset the first byte of the data set in the file
 * @param transferSyntax as the file meta group says; where it says nothing, as the bytes look
 * @param fileMeta the file meta group, empty if there is none
 * @param findings what is against PS3.10 in these parts
 */
public record Part10Header(
        boolean hasPreamble,
        long dataSetOffset,
        TransferSyntax transferSyntax,
        DataSet fileMeta,
        List<Finding> findings) {
    public Part10Header {
        findings = List.copyOf(findings);
    }

    /**
     * Reads preamble and file meta group; as tolerant as {@link DicomFile#open(java.nio.file.Path, ReaderOptions)}.
     *
     * @throws DicomFormatException EMPTY, NOT_DICOM, UNKNOWN_TRANSFER_SYNTAX, or what the meta group suffers from
     */
    public static Part10Header of(byte[] file, ReaderOptions options) throws IOException {
        return FileLayout.of(file, options);
    }

    /** A reader over the data set of the file of which this was read; inflates a deflated one. */
    public DataSetReader reader(byte[] file, ReaderOptions options) throws IOException {
        int offset = (int) dataSetOffset;
        return DataSetReader.of(file, offset, file.length - offset, transferSyntax, options);
    }
}
