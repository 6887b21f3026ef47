package org.symbolon.deidentification.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.pixels.PixelDecision.Area;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelDecision.Doubtful;
import org.symbolon.deidentification.pixels.PixelDecision.Untouched;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.Blanking.CellBits;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.PixelTranscoder;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class PixelCleanerTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 80;
    private static final int FRAMES = 3;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir
    private Path folder;

    @Test
    void everythingOutsideOfTheUltrasoundRegionsIsBlack() throws IOException {
        Path file = write(ultrasound(region(10, 12, 69, 49), region(0, 40, 20, 55)));

        PixelEdits edits = plan(file, regionsOr(new Doubtful("ultrasound")));

        FrameReader after = FrameReader.open(new SplicedFile(file, edits).image(), ImageLimits.defaults());
        for (int frame = 0; frame < FRAMES; frame++) {
            PixelFrame pixels = after.decode(frame);
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    boolean first = row >= 12 && row <= 49 && column >= 10 && column <= 69;
                    boolean second = row >= 40 && row <= 55 && column <= 20;
                    long sample = pixels.samples().at(3 * (row * COLUMNS + column));
                    assertThat(sample).isEqualTo(first || second ? 200 : 0);
                }
            }
        }
    }

    @Test
    void whatStandsBelowHoldsWhereTheRegionsSayNothing() throws IOException {
        for (DataSet image : List.of(
                ultrasound(),
                ultrasound(region(0, 0, 79, 59)),
                ultrasound(region(0, 0, 79, 30)),
                ultrasound(region(10, 20, 5, 50)))) {
            Path file = write(image);
            Blank banner = new Blank("banner", List.of(new Rectangle(0, 0, 80, 10)));

            assertAtRisk(file, regionsOr(new Doubtful("ultrasound")), "ultrasound");
            assertThat(plan(file, regionsOr(new Untouched("not-burned-in"))).edits())
                    .isEmpty();
            PixelEdits edits = plan(file, regionsOr(banner));
            assertThat(edits.rule()).isEqualTo("banner");
            assertThat(edits.edits().stream().mapToLong(Edit::length).sum()).isEqualTo(FRAMES * 10L * 80 * 3);
        }
    }

    @Test
    void onlyBlankedBytesAreEditedInNativePixels() throws IOException {
        Path file = write(ultrasound());

        PixelEdits edits = plan(file, new Blank("r", List.of(new Rectangle(8, 5, 4, 2))));

        assertThat(edits.edits()).hasSize(2 * FRAMES).allMatch(edit -> edit.length() == 12);
        assertThat(edits.temporaryFile()).isNull();
        assertThat(edits.transferSyntax()).isEqualTo(EXPLICIT);
        assertThat(edits.changedAttributes().get(Tags.BurnedInAnnotation))
                .asString()
                .isEqualTo("NO");
        assertThat(edits.changedAttributes().get(Tags.IconImageSequence)).isEmpty();
        byte[] original = Files.readAllBytes(file);
        assertThat(new SplicedFile(file, edits).restored())
                .isEqualTo(
                        Arrays.copyOfRange(original, (int) DicomFile.open(file).dataSetOffset(), original.length));
    }

    @Test
    void clearedBitsRewriteTheWholeValue() throws IOException {
        DataSet image = ultrasound()
                .putInts(Tags.SamplesPerPixel, Vr.US, 1)
                .putString(Tags.PhotometricInterpretation, "MONOCHROME2")
                .putInts(Tags.Columns, Vr.US, COLUMNS * 3)
                .putInts(Tags.BitsStored, Vr.US, 6)
                .putInts(Tags.HighBit, Vr.US, 5)
                .remove(Tags.PlanarConfiguration);
        Path file = write(image);

        PixelEdits edits = plan(file, new Blank("o", new Area(List.of(), false, CellBits.CLEAR), new Untouched("o")));

        assertThat(edits.edits()).hasSize(1);
        assertThat(edits.edits().get(0).replacement()).containsOnly(200 & 0x3F);
        assertThat(edits.changedAttributes()).containsOnlyKeys(Tags.IconImageSequence);
        byte[] original = Files.readAllBytes(file);
        assertThat(new SplicedFile(file, edits).restored())
                .isEqualTo(
                        Arrays.copyOfRange(original, (int) DicomFile.open(file).dataSetOffset(), original.length));
        assertThat(plan(
                                write(ultrasound()),
                                new Blank("o", new Area(List.of(), false, CellBits.CLEAR), new Untouched("o")))
                        .edits())
                .isEmpty();
    }

    @Test
    void compressedFramesComeFromATemporaryFile() throws IOException {
        Path plain = write(ultrasound());
        Path file = folder.resolve("compressed.dcm");
        TransferSyntax jpegLs = Objects.requireNonNull(TransferSyntax.of(Uids.JPEGLSLossless));
        PixelTranscoder.of(ImageLimits.defaults()).transcode(plain, jpegLs, file);

        PixelEdits edits = plan(file, new Blank("r", List.of(new Rectangle(0, 0, 80, 20))));

        assertThat(edits.transferSyntax()).isEqualTo(jpegLs);
        assertThat(Objects.requireNonNull(edits.temporaryFile())).exists();
        assertThat(edits.changedAttributes()).containsOnlyKeys(Tags.BurnedInAnnotation, Tags.IconImageSequence);
        byte[] original = Files.readAllBytes(file);
        assertThat(new SplicedFile(file, edits).restored())
                .isEqualTo(
                        Arrays.copyOfRange(original, (int) DicomFile.open(file).dataSetOffset(), original.length));
    }

    @Test
    void whatCannotBeBlankedIsRefusedAndLeavesNothingBehind() throws IOException {
        DataSet image = ultrasound();
        Path none = write(image.remove(Tags.PixelData));
        Path broken = write(
                ultrasound().putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[64])),
                TransferSyntax.RLE_LOSSLESS);
        Blank blank = new Blank("r", List.of(new Rectangle(0, 0, 8, 8)));

        assertAtRisk(none, blank, "r");
        assertAtRisk(broken, blank, "r");
        assertAtRisk(write(ultrasound()), new Blank("r", List.of(new Rectangle(80, 0, 8, 8))), "r");
        try (Stream<Path> left = Files.list(Files.createDirectories(folder.resolve("temporary")))) {
            assertThat(left).isEmpty();
        }
    }

    private void assertAtRisk(Path file, Blank decision, String rule) {
        assertThatThrownBy(() -> plan(file, decision)).isInstanceOfSatisfying(SymbolonException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.IDENTITY_AT_RISK);
            assertThat(e.getMessage()).contains("\"" + rule + "\"");
        });
    }

    private PixelEdits plan(Path file, Blank decision) throws IOException {
        DicomFile dicom = DicomFile.open(file);
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        return new PixelCleaner(ImageLimits.defaults())
                .plan(file, dicom.dataSetOffset(), dicom.transferSyntax(), decision, temporary);
    }

    private static Blank regionsOr(PixelDecision otherwise) {
        return new Blank("regions", new Area(List.of(), true, CellBits.KEEP), otherwise);
    }

    private static DataSet region(int left, int top, int right, int bottom) {
        return new DataSet()
                .putInts(Tags.RegionLocationMinX0, Vr.UL, left)
                .putInts(Tags.RegionLocationMinY0, Vr.UL, top)
                .putInts(Tags.RegionLocationMaxX1, Vr.UL, right)
                .putInts(Tags.RegionLocationMaxY1, Vr.UL, bottom);
    }

    /** Three frames in RGB, all samples 200. */
    private static DataSet ultrasound(DataSet... regions) {
        byte[] pixels = new byte[FRAMES * ROWS * COLUMNS * 3];
        Arrays.fill(pixels, (byte) 200);
        DataSet image = new DataSet()
                .putString(Tags.SOPClassUID, Uids.UltrasoundMultiFrameImageStorage)
                .putString(Tags.SOPInstanceUID, "2.25.1")
                .putInts(Tags.SamplesPerPixel, Vr.US, 3)
                .putString(Tags.PhotometricInterpretation, "RGB")
                .putInts(Tags.PlanarConfiguration, Vr.US, 0)
                .putString(Tags.NumberOfFrames, Integer.toString(FRAMES))
                .putInts(Tags.Rows, Vr.US, ROWS)
                .putInts(Tags.Columns, Vr.US, COLUMNS)
                .putInts(Tags.BitsAllocated, Vr.US, 8)
                .putInts(Tags.BitsStored, Vr.US, 8)
                .putInts(Tags.HighBit, Vr.US, 7)
                .putInts(Tags.PixelRepresentation, Vr.US, 0)
                .putBytes(Tags.PixelData, Vr.OB, pixels);
        return regions.length == 0 ? image : image.putSequence(Tags.SequenceOfUltrasoundRegions, List.of(regions));
    }

    private Path write(DataSet image) throws IOException {
        return write(image, EXPLICIT);
    }

    private Path write(DataSet image, TransferSyntax syntax) throws IOException {
        Path file = Files.createTempFile(folder, "image", ".dcm");
        Part10Writer.write(file, image, syntax);
        return file;
    }
}
