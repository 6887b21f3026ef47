package org.symbolon.dicom.internal.transcribe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.LargeValue;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.ChannelOutput;
import org.symbolon.dicom.internal.ElementSizes;
import org.symbolon.dicom.internal.ElementWriter;
import org.symbolon.dicom.internal.Encoding;
import org.symbolon.dicom.internal.Numbers;

/** Writes the tokens of a data set in another encoding. Used once. */
public final class Writing {
    private static final int DIRECT_BYTES = 64 << 10;

    private final DataSetReader reader;
    private final Encoding encoding;
    private final OutputStream out;
    private final ElementWriter writer;
    private final LengthList lengths;
    private final SignedPixels signedPixels = new SignedPixels();
    /** Which of the open sequences and items end with a delimiter. */
    private final BitSet delimited = new BitSet();

    private int open;

    private Writing(DataSetReader reader, Encoding encoding, OutputStream out, LengthList lengths) {
        this.reader = reader;
        this.encoding = encoding;
        this.out = out;
        this.lengths = lengths;
        this.writer = new ElementWriter(out, encoding, SequenceLengths.DEFINED);
    }

    /** Opens the data set anew for each of the two times it is read. */
    public interface Opening {
        DataSetReader open() throws IOException;
    }

    /** Defined lengths stay defined, undefined ones undefined. */
    public static void write(Opening dataSet, TransferSyntax to, OutputStream out) throws IOException {
        LengthList lengths;
        try (DataSetReader reader = dataSet.open()) {
            lengths = Lengths.of(reader, to.explicitVr());
        }
        try (DataSetReader reader = dataSet.open()) {
            Encoding encoding = Encoding.of(to.explicitVr(), to.bigEndian());
            new Writing(reader, encoding, out, lengths).writeAll();
        }
    }

    private void writeAll() throws IOException {
        for (Token token = reader.next(); token != null; token = reader.next()) {
            switch (token) {
                case ELEMENT -> element();
                case SEQUENCE_START -> writer.writeHeader(reader.tag(), Vr.SQ, enter());
                case ITEM_START -> {
                    signedPixels.enterItem(reader.depth());
                    writer.writeItemHeader(Tag.Item, enter());
                }
                case ITEM_END -> leave(Tag.ItemDelimitation);
                case SEQUENCE_END -> leave(Tag.SequenceDelimitation);
                case FRAGMENTS_START -> writer.writeHeader(reader.tag(), reader.vr(), ElementWriter.UNDEFINED);
                case FRAGMENT -> {
                    writer.writeItemHeader(Tag.Item, ElementSizes.evenBytes(reader.length()));
                    value(1, (byte) 0);
                }
                case FRAGMENTS_END -> writer.writeItemHeader(Tag.SequenceDelimitation, 0);
            }
        }
    }

    private void element() throws IOException {
        if (!TargetVr.isWritten(reader)) {
            return;
        }
        Vr vr = TargetVr.of(reader, signedPixels.at(reader.depth()));
        long length = ElementSizes.evenBytes(reader.length());
        Vr written = encoding.explicitVr() ? TargetVr.written(vr, length) : vr;
        if (isGroupLength(reader)) {
            writer.writeHeader(reader.tag(), written, length);
            ByteBuffer value = ByteBuffer.allocate(Integer.BYTES)
                    .order(encoding.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            out.write(value.putInt((int) Lengths.checked(lengths.take())).array());
            return;
        }
        writer.writeHeader(reader.tag(), written, Lengths.checked(length));
        // The bytes of UN are little endian in every encoding (PS3.5 6.2.2): what becomes UN is no longer turned.
        boolean turned = reader.bigEndian() != (encoding.bigEndian() && written != Vr.UN);
        int unitBytes = turned ? vr.unitBytes() : 1;
        if (isPixelRepresentation(reader)) {
            byte[] value = littleEndian(reader);
            signedPixels.see(reader, value);
            if (encoding.bigEndian()) {
                Numbers.swap(value, value.length);
            }
            out.write(value);
            return;
        }
        value(unitBytes, vr.padding());
    }

    private void value(int unitBytes, byte padding) throws IOException {
        LargeValue range = unitBytes == 1 && reader.length() > DIRECT_BYTES && out instanceof ChannelOutput
                ? reader.valueRange()
                : null;
        if (range != null && !reader.bigEndian() && out instanceof ChannelOutput channel) {
            range.writeTo(channel.flushed());
        } else {
            InputStream value = reader.valueStream();
            long copied = (unitBytes == 1 ? value : Numbers.swapped(value, unitBytes)).transferTo(out);
            if (copied != reader.length()) {
                throw new IllegalStateException("A value became shorter while it was read");
            }
        }
        if (reader.length() % 2 != 0) {
            out.write(padding);
        }
    }

    private long enter() {
        open++;
        delimited.set(open, !reader.lengthIsDefined());
        return reader.lengthIsDefined() ? Lengths.checked(lengths.take()) : ElementWriter.UNDEFINED;
    }

    private void leave(int delimiter) throws IOException {
        if (delimited.get(open)) {
            writer.writeItemHeader(delimiter, 0);
        }
        open--;
    }

    static boolean isGroupLength(DataSetReader reader) {
        return Tag.isGroupLength(reader.tag()) && reader.length() == Integer.BYTES;
    }

    static boolean isPixelRepresentation(DataSetReader reader) {
        return reader.tag() == Tags.PixelRepresentation && reader.length() == Short.BYTES;
    }

    static byte[] littleEndian(DataSetReader reader) throws IOException {
        byte[] value = reader.value();
        if (reader.bigEndian()) {
            Numbers.swap(value, value.length);
        }
        return value;
    }
}
