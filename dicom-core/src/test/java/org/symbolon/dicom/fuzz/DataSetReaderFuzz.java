package org.symbolon.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;

/** Reads a data set, in the syntax that the first byte chooses, as tokens with every leniency and as an object. */
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
        for (Leniency leniency : Leniency.values()) {
            read(dataSet, syntax, ReaderOptions.defaults().withLeniency(leniency));
        }
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(dataSet), syntax, ReaderOptions.defaults())) {
            DataSet.read(reader);
        } catch (DicomFormatException e) {
            requireProblem(e);
        }
    }

    private static void read(byte[] dataSet, TransferSyntax syntax, ReaderOptions options) throws IOException {
        try (DataSetReader reader = DataSetReader.of(new ByteArrayInputStream(dataSet), syntax, options)) {
            long end = 0;
            while (reader.next() != null) {
                if (options.leniency() != Leniency.SALVAGE && reader.headerOffset() != end) {
                    throw new IllegalStateException("Tokens leave a gap or overlap");
                }
                end = reader.endOffset();
            }
        } catch (DicomFormatException e) {
            requireProblem(e);
            if (options.leniency() == Leniency.SALVAGE && e.problem() != DicomProblem.LIMIT_EXCEEDED) {
                throw new IllegalStateException("What is to be salvaged is refused", e);
            }
        }
    }

    private static void requireProblem(DicomFormatException e) {
        if (e.problem() == null) {
            throw new IllegalStateException("A refusal without a reason", e);
        }
    }
}
