package org.symbolon.dicom.image.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/**
 * A codestream in an image made for it: the first byte chooses the transfer syntax, the second bits and colours, the third
 * and fourth rows and columns; the rest is the one fragment.
 */
public final class CodestreamFuzz {
    static final List<String> SYNTAXES = List.of(
            Uids.RLELossless,
            Uids.JPEGBaseline8Bit,
            Uids.JPEGExtended12Bit,
            Uids.JPEGLosslessSV1,
            Uids.JPEGLSLossless,
            Uids.JPEG2000Lossless,
            Uids.JPEG2000,
            Uids.HTJ2KLossless,
            Uids.HTJ2K);

    private static final int HEADER_BYTES = 4;

    private CodestreamFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length < HEADER_BYTES) {
            return;
        }
        TransferSyntax syntax = TransferSyntax.of(SYNTAXES.get(Math.floorMod(data[0], SYNTAXES.size())));
        if (syntax == null) {
            throw new IllegalStateException("A transfer syntax that the dictionary lacks");
        }
        byte[] fragment = Arrays.copyOfRange(data, HEADER_BYTES, data.length + (data.length & 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 1024);
        Part10Writer.write(out, image(data, fragment), syntax, SequenceLengths.UNDEFINED);
        ImageFileFuzz.fuzzerTestOneInput(out.toByteArray());
    }

    private static DataSet image(byte[] data, byte[] fragment) {
        boolean wide = (data[1] & 1) != 0;
        boolean colour = (data[1] & 2) != 0;
        int bits = wide ? 9 + (data[1] >> 4 & 7) : 8;
        return new DataSet()
                .putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                .putString(Tags.SOPInstanceUID, "1.2.3")
                .putInts(Tags.SamplesPerPixel, Vr.US, colour ? 3 : 1)
                .putString(Tags.PhotometricInterpretation, colour ? "RGB" : "MONOCHROME2")
                .putInts(Tags.PlanarConfiguration, Vr.US, data[1] >> 3 & 1)
                .putInts(Tags.Rows, Vr.US, 1 + (data[2] & 0xFF))
                .putInts(Tags.Columns, Vr.US, 1 + (data[3] & 0xFF))
                .putInts(Tags.BitsAllocated, Vr.US, wide ? 16 : 8)
                .putInts(Tags.BitsStored, Vr.US, bits)
                .putInts(Tags.HighBit, Vr.US, bits - 1)
                .putInts(Tags.PixelRepresentation, Vr.US, data[1] >> 2 & 1)
                .putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], fragment));
    }
}
