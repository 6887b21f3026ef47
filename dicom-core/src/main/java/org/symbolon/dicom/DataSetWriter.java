package org.symbolon.dicom;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.symbolon.dicom.internal.ChannelOutput;
import org.symbolon.dicom.internal.DeflatedOutput;
import org.symbolon.dicom.internal.ElementWriter;

/**
 * Writes data sets in any transfer syntax of PS3.5 annex A; pixel data is written as it is, native or in fragments, never
 * compressed. Values of odd length are padded. Not thread-safe; flushes the stream and does not close it.
 */
public final class DataSetWriter {
    /** How the ends of sequences and items are marked (PS3.5 7.5). */
    public enum SequenceLengths {
        DEFINED,
        UNDEFINED
    }

    private final OutputStream out;
    private final TransferSyntax syntax;
    private final SequenceLengths lengths;

    public DataSetWriter(OutputStream out, TransferSyntax syntax, SequenceLengths lengths) {
        this.out = out;
        this.syntax = syntax;
        this.lengths = lengths;
    }

    /** The bytes of the data set with defined lengths. */
    public static byte[] toBytes(DataSet dataSet, TransferSyntax syntax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DataSetWriter(bytes, syntax, SequenceLengths.DEFINED).write(dataSet);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** The bytes of a DIMSE command set (PS3.7 6.3.1), Command Group Length (0000,0000) made right. The data set is changed. */
    public static byte[] commandSet(DataSet command) {
        command.remove(Tags.CommandGroupLength);
        int groupLength = toBytes(command, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN).length;
        command.putInts(Tags.CommandGroupLength, Vr.UL, groupLength);
        return toBytes(command, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    }

    /**
     * Writes the data set; a deflated one as a complete raw deflate stream, padded to an even length (PS3.5 A.5).
     *
     * @throws IllegalArgumentException if it holds fragments and the syntax is not an encapsulated one
     */
    public void write(DataSet dataSet) throws IOException {
        if (!syntax.deflated()) {
            OutputStream buffered = out instanceof ChannelOutput ? out : new BufferedOutputStream(out);
            new ElementWriter(buffered, syntax, lengths).write(dataSet);
            buffered.flush();
            return;
        }
        try (DeflatedOutput deflated = new DeflatedOutput(out)) {
            OutputStream buffered = new BufferedOutputStream(deflated);
            new ElementWriter(buffered, syntax, lengths).write(dataSet);
            buffered.flush();
            deflated.finish();
        }
    }
}
