package org.symbolon.dicom.image.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.fuzz.FuzzReplay;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.encode.FrameEncoder;

class ImageFuzzTest {
    private static final int ROWS = 24;
    private static final int COLUMNS = 20;

    @Test
    void framesAreDecodedOrRefused() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (int i = 0; i < FrameDecoderFuzz.SYNTAXES.size(); i++) {
            for (int kind : new int[] {0, 8, 1, 2}) {
                samples.add(input(i, kind));
            }
        }
        FuzzReplay.of(FrameDecoderFuzz.class, FrameDecoderFuzz::fuzzerTestOneInput)
                .with(samples)
                .run(1500);
    }

    @Test
    void filesAreRenderedOrRefused() throws IOException {
        FuzzReplay.of(ImageFileFuzz.class, ImageFileFuzz::fuzzerTestOneInput)
                .with(List.of(overlaidFile(), paletteFile()))
                .run(1000);
    }

    /** A frame of that codec; what is not encoded here gets a lossless stream, whose markers decoders of its family read too. */
    private static byte[] input(int syntaxIndex, int kind) {
        String uid = FrameDecoderFuzz.SYNTAXES.get(syntaxIndex);
        boolean ls = uid.equals(Uids.JPEGLSNearLossless);
        TransferSyntax asked = TransferSyntax.of(uid);
        TransferSyntax encoded = asked != null && FrameEncoder.writes(asked)
                ? asked
                : TransferSyntax.of(ls ? Uids.JPEGLSLossless : Uids.JPEGLosslessSV1);
        int bits = kind == 8 ? 16 : 8;
        String colours = kind == 1 ? "RGB" : kind == 2 ? "YBR_FULL" : "MONOCHROME2";
        PixelDescription description = PixelDescription.of(image(bits, colours), ImageLimits.defaults());
        byte[] cells = new byte[description.samplesPerFrame() * bits / 8];
        Random random = new Random(kind);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) (i % 7 == 0 ? random.nextInt() : i / 30);
        }
        if (encoded == null) {
            throw new IllegalStateException("The table of transfer syntaxes is incomplete");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(syntaxIndex);
        out.write(kind);
        out.write(ROWS - 1);
        out.write(COLUMNS - 1);
        out.writeBytes(FrameEncoder.of(encoded, description)
                .encode(new FrameCells(description, PhotometricInterpretation.valueOf(colours), cells)));
        return out.toByteArray();
    }

    private static byte[] overlaidFile() throws IOException {
        DataSet image = image(16, "MONOCHROME2")
                .putBytes(Tags.PixelData, Vr.OW, new byte[2 * ROWS * COLUMNS])
                .putString(Tags.WindowCenter, "10")
                .putString(Tags.WindowWidth, "20")
                .putString(Tags.PixelAspectRatio, "4", "3")
                .putInts(Tags.OverlayRows, Vr.US, 4)
                .putInts(Tags.OverlayColumns, Vr.US, 4)
                .putInts(Tags.OverlayOrigin, Vr.SS, 1, -1)
                .putBytes(Tags.OverlayData, Vr.OW, new byte[] {1, 2, 3, 4})
                .putInts(Tags.OverlayBitPosition + 0x20000, Vr.US, 15);
        return file(image);
    }

    private static byte[] paletteFile() throws IOException {
        DataSet image = image(8, "PALETTE COLOR").putBytes(Tags.PixelData, Vr.OB, new byte[ROWS * COLUMNS]);
        byte[] segments = {0, 0, 1, 0, 0, 16, 1, 0, 3, 0, 0, 64, 2, 0, 1, 0, 0, 0, 0, 0};
        for (int i = 0; i < 3; i++) {
            image.putInts(Tags.RedPaletteColorLookupTableDescriptor + i, Vr.US, 5, 0, 16);
            image.putBytes(Tags.SegmentedRedPaletteColorLookupTableData + i, Vr.OW, segments);
        }
        return file(image);
    }

    private static DataSet image(int bits, String colours) {
        return new DataSet()
                .putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                .putString(Tags.SOPInstanceUID, "2.25.1")
                .putInts(Tags.SamplesPerPixel, Vr.US, colours.equals("RGB") || colours.startsWith("YBR") ? 3 : 1)
                .putString(Tags.PhotometricInterpretation, colours)
                .putInts(Tags.Rows, Vr.US, ROWS)
                .putInts(Tags.Columns, Vr.US, COLUMNS)
                .putInts(Tags.BitsAllocated, Vr.US, bits)
                .putInts(Tags.BitsStored, Vr.US, bits)
                .putInts(Tags.HighBit, Vr.US, bits - 1)
                .putInts(Tags.PixelRepresentation, Vr.US, 0);
    }

    private static byte[] file(DataSet image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Part10Writer.write(out, image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return out.toByteArray();
    }
}
