package org.symbolon.dicom.image.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.fuzz.FuzzReplay;

class ImageFuzzTest {
    @Test
    void rendersOrRefusesEveryFile() throws IOException {
        FuzzReplay.of(ImageFileFuzz.class, ImageFileFuzz::fuzzerTestOneInput)
                .with(files())
                .run(3_000);
    }

    @Test
    void decodesOrRefusesEveryCodestream() throws IOException {
        FuzzReplay.of(CodestreamFuzz.class, CodestreamFuzz::fuzzerTestOneInput)
                .with(codestreams())
                .run(3_000);
    }

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String photometric : List.of("MONOCHROME1", "MONOCHROME2")) {
            DataSet image = new DataSet()
                    .putString(Tags.SOPClassUID, Uids.CTImageStorage)
                    .putString(Tags.SOPInstanceUID, "1.2.3")
                    .putInts(Tags.SamplesPerPixel, Vr.US, 1)
                    .putString(Tags.PhotometricInterpretation, photometric)
                    .putString(Tags.NumberOfFrames, "2")
                    .putInts(Tags.Rows, Vr.US, 4)
                    .putInts(Tags.Columns, Vr.US, 5)
                    .putInts(Tags.BitsAllocated, Vr.US, 16)
                    .putInts(Tags.BitsStored, Vr.US, 12)
                    .putInts(Tags.HighBit, Vr.US, 11)
                    .putInts(Tags.PixelRepresentation, Vr.US, 1)
                    .putString(Tags.WindowCenter, "40")
                    .putString(Tags.WindowWidth, "400")
                    .putString(Tags.RescaleIntercept, "-1024")
                    .putString(Tags.RescaleSlope, "1")
                    .putBytes(Tags.PixelData, Vr.OW, new byte[80]);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Part10Writer.write(out, image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            files.add(out.toByteArray());
        }
        return files;
    }

    /** One beginning of each kind; those that fuzzing found lie beside. */
    private static List<byte[]> codestreams() {
        List<byte[]> streams = new ArrayList<>();
        for (int syntax = 0; syntax < CodestreamFuzz.SYNTAXES.size(); syntax++) {
            byte[] stream = new byte[80];
            stream[0] = (byte) syntax;
            stream[2] = 7;
            stream[3] = 7;
            boolean jpeg2000 = syntax > 4;
            stream[4] = (byte) (syntax == 0 ? 1 : 0xFF);
            stream[5] = (byte) (syntax == 0 ? 0 : jpeg2000 ? 0x4F : 0xD8);
            stream[8] = (byte) (syntax == 0 ? 64 : 0xFF);
            streams.add(stream);
        }
        return streams;
    }
}
