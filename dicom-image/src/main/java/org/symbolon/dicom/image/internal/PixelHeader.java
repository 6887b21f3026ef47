package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.BoundedInputStream;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelDescription;

/**
 * A data set up to its pixel data, and where that stands.
 *
 * @param tag Float Pixel Data, Double Float Pixel Data or Pixel Data
 * @param valueOffset of a native value; of the first item, the basic offset table, of an encapsulated one
 * @param valueLength of a native value; -1 if encapsulated
 */
public record PixelHeader(
        ImageBytes bytes, DataSet header, int tag, Vr vr, ByteOrder byteOrder, long valueOffset, long valueLength) {
    /** Of native samples. */
    public enum ByteOrder {
        LITTLE_ENDIAN,
        BIG_ENDIAN
    }

    private static final int FIRST_PIXEL_DATA = Tags.FloatPixelData;
    /** All that floating-point images say of their pixels (PS3.3 C.7.6.24, C.7.6.25). */
    private static final int[] SHAPE = {
        Tags.SamplesPerPixel, Tags.PhotometricInterpretation, Tags.NumberOfFrames, Tags.Rows, Tags.Columns
    };

    public static PixelHeader read(ImageBytes bytes) throws IOException {
        TransferSyntax inflated =
                bytes.transferSyntax().deflated() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : bytes.transferSyntax();
        ReaderOptions options = ReaderOptions.defaults().withStopBefore(FIRST_PIXEL_DATA);
        try (DataSetReader reader = DataSetReader.of(bytes.dataSet().open(0), inflated, options)) {
            DataSet header = DataSet.read(reader);
            if (!reader.stopped()) {
                throw noPixels();
            }
            TransferSyntax encoding = reader.contentIsBigEndian()
                    ? TransferSyntax.EXPLICIT_VR_BIG_ENDIAN
                    : reader.contentHasExplicitVr()
                            ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
                            : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            return at(bytes, header, encoding, reader.headerOffset());
        }
    }

    private static PixelHeader at(ImageBytes bytes, DataSet header, TransferSyntax encoding, long offset)
            throws IOException {
        try (DataSetReader reader =
                DataSetReader.of(bytes.dataSet().open(offset), encoding, ReaderOptions.defaults())) {
            Token token = reader.next();
            if (token == null || Integer.compareUnsigned(reader.tag(), Tags.PixelData) > 0) {
                throw noPixels();
            }
            boolean encapsulated = token == Token.FRAGMENTS_START;
            return new PixelHeader(
                    bytes,
                    header,
                    reader.tag(),
                    reader.vr(),
                    reader.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                    offset + reader.valueOffset(),
                    encapsulated ? -1 : reader.length());
        }
    }

    /** What the pixels are; see {@link PixelDescription#of} for errors. */
    public PixelDescription description(ImageLimits limits) {
        if (tag == Tags.PixelData) {
            return PixelDescription.of(header, limits);
        }
        int bits = tag == Tags.FloatPixelData ? 32 : 64;
        DataSet shape = new DataSet();
        for (int attribute : SHAPE) {
            Element element = header.element(attribute);
            if (element != null) {
                shape.put(element);
            }
        }
        return PixelDescription.of(shape.putInts(Tags.BitsAllocated, Vr.US, 32), limits)
                .withCells(bits, PixelDescription.Sign.FLOATING_POINT);
    }

    public boolean encapsulated() {
        return valueLength < 0;
    }

    /** The whole native value, little endian. The caller closes. */
    public InputStream littleEndianValue() throws IOException {
        InputStream in = bytes.dataSet().open(valueOffset);
        InputStream value = exactly(in, valueLength);
        return byteOrder == ByteOrder.BIG_ENDIAN ? swapped(value) : value;
    }

    /** So many bytes of native pixel data; TRUNCATED if there are fewer. */
    static InputStream exactly(InputStream in, long bytes) {
        return new BoundedInputStream(
                in, bytes, () -> new ImageException(Problem.TRUNCATED, "The pixel data ends inside a frame"));
    }

    /** The native value in the other byte order than the stream has it. */
    public InputStream swapped(InputStream value) {
        int unit = swapBytes();
        return unit > 1 ? new SwappedStream(value, unit) : value;
    }

    /** Bytes that change places between the byte orders: those of words, and of cells that are longer. */
    public int swapBytes() {
        if (tag != Tags.PixelData) {
            return tag == Tags.FloatPixelData ? 4 : 8;
        }
        int allocated = header.integer(Tags.BitsAllocated, 8);
        // Cells that are not whole bytes lie in words, and so do bytes of OW.
        boolean words = vr == Vr.OW || (allocated % 8 != 0 && vr != Vr.OB);
        return Math.max(allocated % 8 == 0 ? allocated / 8 : 1, words ? 2 : 1);
    }

    /** At least 1. */
    public int numberOfFrames(ImageLimits limits) {
        int frames = Math.max(1, header.integer(Tags.NumberOfFrames, 1));
        if (frames > limits.maxFrames()) {
            throw new ImageException(Problem.LIMIT_EXCEEDED, "More frames than the limit allows");
        }
        return frames;
    }

    private static ImageException noPixels() {
        return new ImageException(Problem.NO_PIXELS, "The data set has no pixel data");
    }
}
