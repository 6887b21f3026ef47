package org.symbolon.dicom.image.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.encode.FrameEncoder;

/**
 * Frames of every codec but JPEG 2000. The first byte chooses the transfer syntax, then come the kind of pixel, rows and
 * columns, then the frame. A frame that can be decoded comes back equal after a lossless codec.
 */
public final class FrameDecoderFuzz {
    static final List<String> SYNTAXES = List.of(
            Uids.RLELossless,
            Uids.DeflatedImageFrameCompression,
            Uids.EncapsulatedUncompressedExplicitVRLittleEndian,
            Uids.JPEGBaseline8Bit,
            Uids.JPEGExtended12Bit,
            Uids.JPEGFullProgressionNonHierarchical1012,
            Uids.JPEGLossless,
            Uids.JPEGLosslessSV1,
            Uids.JPEGLSLossless,
            Uids.JPEGLSNearLossless);
    static final int HEAD_BYTES = 4;
    private static final List<String> COLOURS = List.of("MONOCHROME2", "RGB", "YBR_FULL_422", "PALETTE COLOR");
    private static final int[] BITS = {8, 16, 32, 1, 12};

    private FrameDecoderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length < HEAD_BYTES) {
            return;
        }
        TransferSyntax syntax = TransferSyntax.of(SYNTAXES.get((data[0] & 0xFF) % SYNTAXES.size()));
        if (syntax == null) {
            throw new IllegalStateException("The table of transfer syntaxes is incomplete");
        }
        DataSet image = image(data[1] & 0xFF, data[2] & 0xFF, data[3] & 0xFF);
        byte[] fragment = Arrays.copyOfRange(data, HEAD_BYTES, data.length);
        image.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], fragment));
        try {
            PixelFrame frame = decode(image, syntax);
            roundTrip(image, frame);
        } catch (ImageException | DicomFormatException e) {
            // Refused, as it may be.
        }
    }

    private static DataSet image(int kind, int rows, int columns) {
        String colours = COLOURS.get(kind % COLOURS.size());
        int bits = BITS[kind / 8 % BITS.length];
        return new DataSet()
                .putInts(Tags.SamplesPerPixel, Vr.US, colours.equals("RGB") || colours.startsWith("YBR") ? 3 : 1)
                .putString(Tags.PhotometricInterpretation, colours)
                .putInts(Tags.Rows, Vr.US, rows + 1)
                .putInts(Tags.Columns, Vr.US, columns + 1)
                .putInts(Tags.BitsAllocated, Vr.US, bits)
                .putInts(Tags.BitsStored, Vr.US, bits)
                .putInts(Tags.HighBit, Vr.US, bits - 1)
                .putInts(Tags.PixelRepresentation, Vr.US, kind / 4 % 2);
    }

    private static PixelFrame decode(DataSet image, TransferSyntax syntax) throws IOException {
        byte[] dataSet = DataSetWriter.toBytes(image, syntax);
        return FrameReader.open(
                        new ImageBytes(syntax, offset -> {
                            int from = (int) Math.min(offset, dataSet.length);
                            return new ByteArrayInputStream(dataSet, from, dataSet.length - from);
                        }),
                        new ImageLimits(1 << 18, 4))
                .decode(0);
    }

    private static void roundTrip(DataSet image, PixelFrame frame) throws IOException {
        TransferSyntax lossless = TransferSyntax.of(Uids.JPEGLSLossless);
        int bits = image.integer(Tags.BitsAllocated, 0);
        if (lossless == null || (bits != 8 && bits != 16)) {
            return;
        }
        image.putString(Tags.PhotometricInterpretation, frame.photometric().term());
        PixelDescription description = PixelDescription.of(image, ImageLimits.defaults());
        byte[] again = FrameEncoder.of(lossless, description).encode(FrameCells.of(description, frame));
        image.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], again));
        PixelFrame second = decode(image, lossless);
        for (int i = 0; i < frame.samples().size(); i++) {
            if (second.samples().at(i) != frame.samples().at(i)) {
                throw new IllegalStateException("A sample is not the same after lossless compression");
            }
        }
    }
}
