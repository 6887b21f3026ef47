package org.symbolon.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;

/** Reads a data set, in the syntax that the first byte chooses, as tokens and as an object. */
public final class DataSetReaderFuzz {
    static final List<TransferSyntax> SYNTAXES = List.of(
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.JPEG_BASELINE);

    private DataSetReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        TransferSyntax syntax = SYNTAXES.get(data.length == 0 ? 0 : Math.floorMod(data[0], SYNTAXES.size()));
        byte[] dataSet = data.length == 0 ? data : Arrays.copyOfRange(data, 1, data.length);
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(dataSet), syntax, ReaderOptions.defaults())) {
            long end = 0;
            while (reader.next() != null) {
                if (reader.headerOffset() != end) {
                    throw new IllegalStateException("Tokens leave a gap or overlap");
                }
                end = reader.endOffset();
            }
        } catch (DicomFormatException e) {
            requireProblem(e);
        }
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(dataSet), syntax, ReaderOptions.defaults())) {
            DataSet.read(reader);
        } catch (DicomFormatException e) {
            requireProblem(e);
        }
    }

    private static void requireProblem(DicomFormatException e) {
        if (e.problem() == null) {
            throw new IllegalStateException("A refusal without a reason", e);
        }
    }
}
