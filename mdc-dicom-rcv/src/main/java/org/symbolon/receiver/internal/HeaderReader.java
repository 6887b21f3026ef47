package org.symbolon.receiver.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Walks the structure of a data set to its end as it streams by, so that a truncated or corrupt object is never
 * acknowledged, and keeps a dozen short values; memory does not depend on the object.
 */
public final class HeaderReader {
    private HeaderReader() {}

    /** Told as soon as an element has been kept. */
    @FunctionalInterface
    public interface Progress {
        void kept(ReceivedHeader header) throws IOException;
    }

    /**
     * @throws SymbolonException TRUNCATED, CORRUPT or LIMIT_EXCEEDED
     */
    public static ReceivedHeader read(InputStream dataSet, TransferSyntax syntax, Progress progress)
            throws IOException {
        ReceivedHeader header = new ReceivedHeader();
        try (DataSetReader reader = DataSetReader.of(dataSet, syntax, ReaderOptions.defaults())) {
            DataSetReader.Token token = reader.next();
            while (token != null) {
                boolean topElement = token == DataSetReader.Token.ELEMENT && reader.depth() == 0;
                if (topElement && header.wants(reader.tag())) {
                    requireShort(reader.length());
                    header.take(reader.tag(), reader.vr(), reader.value(), reader.bigEndian());
                    progress.kept(header);
                }
                token = reader.next();
            }
            return header;
        } catch (DicomFormatException e) {
            throw rejection(e);
        }
    }

    private static void requireShort(long length) {
        if (length > ReceivedHeader.MAX_VALUE_BYTES) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "An identifying element is longer than " + ReceivedHeader.MAX_VALUE_BYTES + " bytes");
        }
    }

    private static SymbolonException rejection(DicomFormatException e) {
        ErrorCode code = switch (e.problem()) {
            case EMPTY -> ErrorCode.EMPTY_FILE;
            case NOT_DICOM -> ErrorCode.NOT_DICOM;
            case TRUNCATED -> ErrorCode.TRUNCATED;
            case CORRUPT, NONCONFORMANT, RETIRED -> ErrorCode.CORRUPT;
            case LIMIT_EXCEEDED -> ErrorCode.LIMIT_EXCEEDED;
            case UNKNOWN_TRANSFER_SYNTAX -> ErrorCode.UNKNOWN_TRANSFER_SYNTAX;
            case MISSING_UID -> ErrorCode.MISSING_UID;
        };
        return new SymbolonException(code, Objects.requireNonNullElse(e.getMessage(), ""), e);
    }
}
