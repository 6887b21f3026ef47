package org.symbolon.deidentification.internal;

import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;

/** The value of a sequence as a system writes it that does not know the attribute (PS3.5 6.2.2). */
record ImplicitItems(SequenceLengths lengths) {
    private static final int HEADER_BYTES = 8;

    byte[] of(DataSet item) {
        DataSet holder = new DataSet().putSequence(Tags.ContentSequence, List.of(item));
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try {
            new DataSetWriter(out, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, lengths).write(holder);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        byte[] all = out.toByteArray();
        int delimiter = lengths == SequenceLengths.UNDEFINED ? HEADER_BYTES : 0;
        return Arrays.copyOfRange(all, HEADER_BYTES, all.length - delimiter);
    }
}
