package org.symbolon.dicom.net.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;

/** Data sets of N-ACTION, N-EVENT-REPORT and C-GET, which are held in memory. */
final class DataSetCodec {
    private DataSetCodec() {}

    /** @throws DicomFormatException if the bytes are no data set, or are deflated: few bytes could become very many */
    static DataSet decode(byte[] bytes, String transferSyntax) throws IOException {
        if (syntax(transferSyntax).deflated()) {
            throw new DicomFormatException(DicomProblem.LIMIT_EXCEEDED, "Parameters are not taken deflated");
        }
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(bytes), syntax(transferSyntax), ReaderOptions.defaults())) {
            return DataSet.read(reader);
        }
    }

    static byte[] encode(DataSet dataSet, String transferSyntax) {
        return DataSetWriter.toBytes(dataSet, syntax(transferSyntax));
    }

    /** An unknown syntax is encoded in explicit VR little endian, as all newer ones are (PS3.5 annex A.4). */
    private static TransferSyntax syntax(String uid) {
        return Objects.requireNonNullElse(TransferSyntax.of(uid), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
