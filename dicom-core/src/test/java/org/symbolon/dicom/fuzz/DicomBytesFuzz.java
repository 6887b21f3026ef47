package org.symbolon.dicom.fuzz;

import java.io.IOException;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DataSetValidator;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.Part10Header;
import org.symbolon.dicom.ReaderOptions;

/** Reads a whole file in memory with every leniency, and validates it. What is salvaged has paired tokens. */
public final class DicomBytesFuzz {
    private DicomBytesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        for (Leniency leniency : Leniency.values()) {
            ReaderOptions options = ReaderOptions.defaults()
                    .withLeniency(leniency)
                    .withMaxElements(200_000)
                    .withMaxValueBytes(1 << 20);
            try {
                Part10Header header = Part10Header.of(data, options);
                requirePairs(
                        header.reader(data, options),
                        leniency,
                        !header.transferSyntax().deflated());
                DataSet.read(header.reader(data, options));
                DataSetValidator.validate(header.reader(data, options));
            } catch (DicomFormatException e) {
                if (e.problem() == null) {
                    throw new IllegalStateException("A refusal without a reason", e);
                }
            }
        }
    }

    /** The length of a value that ends early is known beforehand only if the data set lies there as it is. */
    private static void requirePairs(DataSetReader reader, Leniency leniency, boolean plain) throws IOException {
        int open = 0;
        long end = 0;
        for (Token token = reader.next(); token != null; token = reader.next()) {
            switch (token) {
                case SEQUENCE_START, ITEM_START, FRAGMENTS_START -> open++;
                case SEQUENCE_END, ITEM_END, FRAGMENTS_END -> open--;
                case ELEMENT, FRAGMENT -> {}
            }
            if (plain && reader.headerOffset() != end) {
                throw new IllegalStateException("Tokens leave a gap or overlap");
            }
            end = reader.endOffset();
            reader.path();
        }
        if (open != 0 && leniency == Leniency.SALVAGE) {
            throw new IllegalStateException("A sequence or item is not closed");
        }
    }
}
