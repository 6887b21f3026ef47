package org.symbolon.dicom.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Small images made for tests. */
final class Images {
    private Images() {}

    static DataSet header(int rows, int columns, int bits, String photometric) {
        int samples = PhotometricInterpretation.of(photometric, 1).samples();
        return new DataSet()
                .putInts(Tags.SamplesPerPixel, Vr.US, samples)
                .putString(Tags.PhotometricInterpretation, photometric)
                .putInts(Tags.Rows, Vr.US, rows)
                .putInts(Tags.Columns, Vr.US, columns)
                .putInts(Tags.BitsAllocated, Vr.US, bits)
                .putInts(Tags.BitsStored, Vr.US, bits)
                .putInts(Tags.HighBit, Vr.US, bits - 1)
                .putInts(Tags.PixelRepresentation, Vr.US, 0);
    }

    static DataSet frames(DataSet header, int frames) {
        return header.putString(Tags.NumberOfFrames, Integer.toString(frames));
    }

    static DataSet pixels(DataSet header, Vr vr, int... bytes) {
        return header.putBytes(Tags.PixelData, vr, bytes(bytes));
    }

    static DataSet fragments(DataSet header, byte[]... fragments) {
        return header.putFragments(Tags.PixelData, Vr.OB, List.of(fragments));
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static FrameReader reader(DataSet dataSet, TransferSyntax syntax) throws IOException {
        return reader(DataSetWriter.toBytes(dataSet, syntax), syntax);
    }

    static FrameReader reader(byte[] dataSet, TransferSyntax syntax) throws IOException {
        return FrameReader.open(
                new ImageBytes(syntax, offset -> {
                    int from = (int) Math.min(offset, dataSet.length);
                    return new ByteArrayInputStream(dataSet, from, dataSet.length - from);
                }),
                ImageLimits.defaults());
    }

    static FrameReader open(Path file) throws IOException {
        return FrameReader.open(ImageBytes.of(file), ImageLimits.defaults());
    }

    static int[] stored(FrameReader reader, int frame) throws IOException {
        try (InputStream in = reader.open(frame)) {
            byte[] bytes = in.readAllBytes();
            int[] values = new int[bytes.length];
            Arrays.setAll(values, i -> bytes[i] & 0xFF);
            return values;
        }
    }

    static long[] samples(PixelFrame frame) {
        long[] values = new long[frame.samples().size()];
        Arrays.setAll(values, i -> frame.samples().at(i));
        return values;
    }
}
