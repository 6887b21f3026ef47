package org.symbolon.receiver.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Walks the whole structure of a data set as it streams by and keeps a dozen short values of its top level, so that a
 * truncated or corrupt object is never acknowledged and memory does not depend on the object. Thread-safe.
 */
final class HeaderReader {
    /** Longest value kept; those wanted are at most 64 characters long (PS3.5 table 6.2-1), some archives pad them. */
    static final int MAX_HEADER_VALUE_BYTES = 1024;

    static final Set<Integer> WANTED = Set.of(
            Tags.SpecificCharacterSet,
            Tags.SOPClassUID,
            Tags.SOPInstanceUID,
            Tags.AccessionNumber,
            Tags.Modality,
            Tags.PatientID,
            Tags.PatientIdentityRemoved,
            Tags.StudyInstanceUID,
            Tags.SeriesInstanceUID,
            Tags.SeriesNumber,
            Tags.InstanceNumber,
            Tags.NumberOfFrames,
            Tags.Rows,
            Tags.Columns);

    private HeaderReader() {}

    /**
     * Reads to the end of the data set.
     *
     * @throws SymbolonException TRUNCATED, CORRUPT or LIMIT_EXCEEDED
     */
    static ReceivedHeader read(InputStream dataSet, TransferSyntax syntax) throws IOException {
        DataSet kept = new DataSet();
        try (DataSetReader reader = DataSetReader.of(dataSet, syntax, ReaderOptions.defaults())) {
            DataSetReader.Token token = reader.next();
            while (token != null) {
                if (token == DataSetReader.Token.ELEMENT && reader.depth() == 0 && WANTED.contains(reader.tag())) {
                    keep(reader, kept);
                }
                token = reader.next();
            }
        } catch (DicomFormatException e) {
            throw rejection(e);
        }
        return new ReceivedHeader(kept);
    }

    private static void keep(DataSetReader reader, DataSet kept) throws IOException {
        if (reader.length() > MAX_HEADER_VALUE_BYTES) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "An identifying element of the header is longer than " + MAX_HEADER_VALUE_BYTES + " bytes");
        }
        kept.putBytes(reader.tag(), reader.vr(), reader.value());
    }

    private static SymbolonException rejection(DicomFormatException e) {
        ErrorCode code =
                switch (e.problem()) {
                    case EMPTY -> ErrorCode.EMPTY_FILE;
                    case NOT_DICOM -> ErrorCode.NOT_DICOM;
                    case TRUNCATED -> ErrorCode.TRUNCATED;
                    case CORRUPT -> ErrorCode.CORRUPT;
                    case LIMIT_EXCEEDED -> ErrorCode.LIMIT_EXCEEDED;
                    case UNKNOWN_TRANSFER_SYNTAX -> ErrorCode.UNKNOWN_TRANSFER_SYNTAX;
                    case MISSING_UID -> ErrorCode.MISSING_UID;
                };
        return new SymbolonException(code, e.getMessage(), e);
    }
}
