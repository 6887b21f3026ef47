package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Long images whose old frames do not stand in the content of their identity half. */
class LargePixelsTest {
    private static final int ROWS = 240;
    private static final int COLUMNS = 320;
    private static final int BANNER = 30;

    @TempDir
    private Path folder;

    private Hospital hospital;

    @BeforeEach
    void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterEach
    void close() {
        hospital.close();
    }

    @Test
    void framesOfALossyLoopStandBesideTheHalfAndComeBack() throws IOException {
        List<byte[]> fragments = new ArrayList<>(List.of(new byte[0]));
        byte[] jpeg = jpeg();
        int frames = (5 << 20) / jpeg.length + 1;
        for (int i = 0; i < frames; i++) {
            fragments.add(jpeg);
        }
        DataSet loop = loop(frames, "YBR_FULL_422", BANNER).putFragments(Tags.PixelData, Vr.OB, fragments);

        assertComesBack(loop, Objects.requireNonNull(TransferSyntax.of(Uids.JPEGBaseline8Bit)), frames);
    }

    @Test
    void nativePixelsToo() throws IOException {
        int banner = 200;
        Path few = write(nativeLoop(10, banner), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try (DeidentifiedObject object = hospital.deidentifier("archive").deidentify(few)) {
            assertThat(object.identityHalf().large()).isNull();
        }

        assertComesBack(nativeLoop(30, banner), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, 30);
    }

    private static DataSet nativeLoop(int frames, int banner) {
        byte[] pixels = new byte[frames * ROWS * COLUMNS * 3];
        new Random(3).nextBytes(pixels);
        return loop(frames, "RGB", banner).putBytes(Tags.PixelData, Vr.OB, pixels);
    }

    private void assertComesBack(DataSet loop, TransferSyntax syntax, int frames) throws IOException {
        Path file = write(loop, syntax);
        Path anonymous = folder.resolve("anonymous.dcm");
        Path back = folder.resolve("back.dcm");
        IdentityHalf half;
        try (DeidentifiedObject object = hospital.deidentifier("archive").deidentify(file)) {
            half = object.identityHalf();
            assertThat(half.content()).hasSizeLessThan(2 << 20);
            object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
            hospital.crosswalk.commit(half);
        }
        FrameReader image = FrameReader.open(ImageBytes.of(anonymous), ImageLimits.defaults());
        assertThat(image.count()).isEqualTo(frames);
        for (int frame : new int[] {0, frames / 2, frames - 1}) {
            PixelFrame pixels = image.decode(frame);
            // brightness: black has colours of 128 in YBR
            for (int sample = 0; sample < BANNER * COLUMNS * 3; sample += 21) {
                assertThat(pixels.samples().at(sample)).isZero();
            }
            assertThat(anySample(pixels, (ROWS - 10) * COLUMNS * 3)).isTrue();
        }

        List<IdentityHalf> stored = hospital.crosswalk.halves(half.key());
        new Reidentifier().personalise(anonymous, stored.get(0), back);
        assertThat(Files.mismatch(file, back)).isEqualTo(-1);
        assertThat(IdentityHalfReader.values(stored.get(0))).isNotEmpty();

        Files.delete(back);
        IdentityHalf without = new IdentityHalf(
                half.patientPseudonym(), half.key(), half.originalDigest(), half.content(), "", "", "", "");
        assertThatThrownBy(() -> new Reidentifier().personalise(anonymous, without, back))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
        assertThat(back).doesNotExist();
    }

    private static boolean anySample(PixelFrame pixels, int from) {
        for (int sample = from; sample < ROWS * COLUMNS * 3; sample++) {
            if (pixels.samples().at(sample) != 0) {
                return true;
            }
        }
        return false;
    }

    private Path write(DataSet loop, TransferSyntax syntax) throws IOException {
        Path file = Files.createTempFile(folder, "loop", ".dcm");
        Part10Writer.write(file, loop, syntax);
        return file;
    }

    private static byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                image.setRGB(column, row, random.nextInt() | 0x606060);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        byte[] bytes = out.toByteArray();
        return bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static DataSet loop(int frames, String photometric, int banner) {
        DataSet region = new DataSet()
                .putInts(Tags.RegionLocationMinX0, Vr.UL, 0)
                .putInts(Tags.RegionLocationMinY0, Vr.UL, banner)
                .putInts(Tags.RegionLocationMaxX1, Vr.UL, COLUMNS - 1)
                .putInts(Tags.RegionLocationMaxY1, Vr.UL, ROWS - 1);
        return new DataSet()
                .putString(Tags.SOPClassUID, Uids.UltrasoundMultiFrameImageStorage)
                .putString(Tags.SOPInstanceUID, "1.2.3.4")
                .putString(Tags.Modality, "US")
                .putString(Tags.PatientName, "Zebrafischer^Quentin")
                .putString(Tags.PatientID, "4711")
                .putString(Tags.StudyInstanceUID, "1.2.3.1")
                .putString(Tags.SeriesInstanceUID, "1.2.3.2")
                .putInts(Tags.SamplesPerPixel, Vr.US, 3)
                .putString(Tags.PhotometricInterpretation, photometric)
                .putInts(Tags.PlanarConfiguration, Vr.US, 0)
                .putString(Tags.NumberOfFrames, Integer.toString(frames))
                .putInts(Tags.Rows, Vr.US, ROWS)
                .putInts(Tags.Columns, Vr.US, COLUMNS)
                .putInts(Tags.BitsAllocated, Vr.US, 8)
                .putInts(Tags.BitsStored, Vr.US, 8)
                .putInts(Tags.HighBit, Vr.US, 7)
                .putInts(Tags.PixelRepresentation, Vr.US, 0)
                .putSequence(Tags.SequenceOfUltrasoundRegions, List.of(region));
    }
}
