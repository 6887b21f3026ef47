package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.ImageException.Problem;

/** Rectangles become black, in every frame, and nothing else does. */
class BlankingTest {
    private static final List<TransferSyntax> NATIVE = List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
    private static final List<String> COMPRESSED = List.of(
            Uids.RLELossless,
            Uids.JPEGLossless,
            Uids.JPEGLosslessSV1,
            Uids.JPEGLSLossless,
            Uids.DeflatedImageFrameCompression,
            Uids.EncapsulatedUncompressedExplicitVRLittleEndian);

    /** Larger samples take long and show nothing new. */
    private static final long MAX_SAMPLES = 3_000_000;

    @TempDir
    Path folder;

    @Test
    void blanksEveryKindOfNativeImage() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, DataSet> made : images().entrySet()) {
            for (TransferSyntax syntax : NATIVE) {
                byte[] dataSet = DataSetWriter.toBytes(made.getValue(), syntax);
                List<Rectangle> rectangles = Blanked.some(MadeImages.ROWS, MadeImages.COLUMNS);
                Blanked.Image blanked = Blanked.of(bytes(dataSet, syntax), rectangles);
                Blanked.difference(Images.reader(dataSet, syntax), blanked.reader(), rectangles)
                        .ifPresent(what -> differences.add(made.getKey() + ", " + syntax.name() + ": " + what));
                assertThat(blanked.dataSet()).hasSameSizeAs(dataSet);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void blanksEveryLosslessTransferSyntaxAndKeepsIt() throws IOException {
        List<String> differences = new ArrayList<>();
        int blankedImages = 0;
        for (Map.Entry<String, DataSet> made : images().entrySet()) {
            for (String uid : COMPRESSED) {
                Path plain = folder.resolve("plain.dcm");
                Path compressed = folder.resolve("compressed.dcm");
                Part10Writer.write(plain, made.getValue(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                // The retired model has no name for pixels that do not share their colours: its file cannot be read
                // again.
                boolean readable = !made.getKey().startsWith("YBR_PARTIAL") || uid.startsWith("1.2.840.10008.1.2.4");
                if (!readable || !transcoded(plain, syntax(uid), compressed)) {
                    continue;
                }
                List<Rectangle> rectangles = Blanked.some(MadeImages.ROWS, MadeImages.COLUMNS);
                Blanked.Image blanked = Blanked.of(ImageBytes.of(compressed), rectangles);
                Blanked.difference(Images.open(compressed), blanked.reader(), rectangles)
                        .ifPresent(what -> differences.add(made.getKey() + ", " + uid + ": " + what));
                assertThat(blanked.syntax().uid()).isEqualTo(uid);
                blankedImages++;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(blankedImages).isGreaterThan(80);
    }

    @Test
    void blanksTheSampleFiles() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int compressed = 0;
        int plain = 0;
        for (Path file : SharedData.files()) {
            try {
                FrameReader image = Images.open(file);
                if ((long) image.description().samplesPerFrame() * image.count() > MAX_SAMPLES) {
                    continue;
                }
                List<Rectangle> rectangles = Blanked.some(
                        image.description().rows(), image.description().columns());
                Blanked.Image blanked = Blanked.of(ImageBytes.of(file), rectangles);
                Blanked.difference(image, blanked.reader(), rectangles)
                        .ifPresent(what -> differences.add(SharedData.name(file) + ": " + what));
                if (image.transferSyntax().encapsulated()) {
                    compressed++;
                } else {
                    plain++;
                }
            } catch (ImageException e) {
                if (e.problem() != Problem.NO_PIXELS) {
                    refused.add(SharedData.name(file) + ": " + e.problem());
                }
            } catch (DicomFormatException e) {
                // Not an image: SampleFilesTest says which.
            }
        }
        assertThat(differences).isEmpty();
        assertThat(refused)
                .as("refused")
                .allMatch(
                        name -> name.endsWith("TRUNCATED") || name.endsWith("CORRUPT") || name.endsWith("UNSUPPORTED"))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(plain).isGreaterThanOrEqualTo(40);
        assertThat(compressed).isGreaterThanOrEqualTo(30);
    }

    @Test
    void lossyFramesBecomeLosslessOnes() throws IOException {
        Path jpeg = SharedData.dicom().resolve("pydicom/test_files/SC_rgb_dcmtk_+eb+cy+n1.dcm");
        FrameReader image = Images.open(jpeg);

        Blanked.Image blanked = Blanked.of(ImageBytes.of(jpeg), List.of(new Rectangle(0, 0, 10, 10)));

        assertThat(image.transferSyntax().uid()).isEqualTo(Uids.JPEGBaseline8Bit);
        assertThat(blanked.syntax().uid()).isEqualTo(Uids.JPEGLosslessSV1);
        DataSet header = blanked.reader().header();
        assertThat(header.string(Tags.LossyImageCompression)).isEqualTo("01");
        assertThat(header.string(Tags.PhotometricInterpretation)).isEqualTo("YBR_FULL");
        assertThat(header.integer(Tags.PlanarConfiguration, -1)).isZero();
    }

    @Test
    void bitsBesideTheSamplesAreClearedEverywhere() throws IOException {
        DataSet image = frames(Objects.requireNonNull(MadeImages.all().get("overlay in cells")), 3);
        DataSet signed = frames(MadeImages.grey(16, 12, 1), 2);
        byte[] cells = signed.bytes(Tags.PixelData).clone();
        for (int i = 1; i < cells.length; i += 2) {
            cells[i] ^= (byte) (i % 3 == 0 ? 0x50 : 0);
        }
        signed.putBytes(Tags.PixelData, Vr.OW, cells);
        List<Rectangle> rectangles = Blanked.some(MadeImages.ROWS, MadeImages.COLUMNS);
        for (DataSet dirty : List.of(image, signed)) {
            for (TransferSyntax syntax : NATIVE) {
                byte[] dataSet = DataSetWriter.toBytes(dirty, syntax);
                Blanked.Image blanked = Blanked.of(bytes(dataSet, syntax), rectangles, Blanking.CellBits.CLEAR);
                assertThat(blanked.dataSet()).hasSameSizeAs(dataSet);
                assertThat(Blanked.difference(Images.reader(dataSet, syntax), blanked.reader(), rectangles))
                        .isEmpty();
                assertClear(blanked.reader());
            }
            Path plain = folder.resolve("plain.dcm");
            Path compressed = folder.resolve("compressed.dcm");
            Part10Writer.write(plain, dirty, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            PixelTranscoder.of(ImageLimits.defaults()).transcode(plain, TransferSyntax.RLE_LOSSLESS, compressed);
            Blanked.Image blanked = Blanked.of(ImageBytes.of(compressed), rectangles, Blanking.CellBits.CLEAR);
            assertThat(Blanked.difference(Images.open(plain), blanked.reader(), rectangles))
                    .isEmpty();
            assertClear(blanked.reader());
        }
    }

    private static void assertClear(FrameReader image) throws IOException {
        for (int frame = 0; frame < image.count(); frame++) {
            byte[] cells = image.cells(frame).bytes();
            Samples samples = image.decode(frame).samples();
            for (int i = 0; i < samples.size(); i++) {
                int cell = (cells[2 * i] & 0xFF) | cells[2 * i + 1] << 8;
                assertThat((long) cell).isEqualTo(samples.at(i));
            }
        }
    }

    @Test
    void offsetTableTellsWhereFramesBegin() throws IOException {
        DataSet three = frames(MadeImages.grey(16, 12, 0), 3);
        Path plain = folder.resolve("plain.dcm");
        Path compressed = folder.resolve("compressed.dcm");
        Part10Writer.write(plain, three, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        PixelTranscoder.of(ImageLimits.defaults()).transcode(plain, TransferSyntax.RLE_LOSSLESS, compressed);

        Blanked.Image blanked = Blanked.of(ImageBytes.of(compressed), List.of(new Rectangle(0, 0, 32, 8)));

        List<byte[]> fragments = ((Element.Fragments) element(blanked.read(), Tags.PixelData)).fragments();
        assertThat(fragments).hasSize(4);
        long[] expected = new long[3];
        for (int i = 1; i < 3; i++) {
            expected[i] = expected[i - 1] + 8 + fragments.get(i).length;
        }
        assertThat(Blanked.offsets(fragments.get(0))).isEqualTo(expected);
    }

    @Test
    void extendedOffsetTableIsMadeAnew() throws IOException {
        DataSet image = MadeImages.grey(8, 8, 0);
        byte[] cells = image.bytes(Tags.PixelData);
        DataSet two = Images.frames(image, 2);
        two.putBytes(Tags.ExtendedOffsetTable, Vr.OV, longs(0, cells.length + 8));
        two.putBytes(Tags.ExtendedOffsetTableLengths, Vr.OV, longs(cells.length, cells.length));
        two.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], cells, cells));
        TransferSyntax syntax = syntax(Uids.DeflatedImageFrameCompression);
        TransferSyntax uncompressed = syntax(Uids.EncapsulatedUncompressedExplicitVRLittleEndian);
        byte[] dataSet = DataSetWriter.toBytes(two, uncompressed);
        assertThat(syntax).isNotEqualTo(uncompressed);

        Blanked.Image blanked = Blanked.of(bytes(dataSet, uncompressed), List.of(new Rectangle(3, 3, 5, 5)));

        DataSet read = blanked.read();
        List<byte[]> fragments = ((Element.Fragments) element(read, Tags.PixelData)).fragments();
        assertThat(fragments.get(0)).isEmpty();
        assertThat(read.bytes(Tags.ExtendedOffsetTable)).isEqualTo(longs(0, fragments.get(1).length + 8));
        assertThat(read.bytes(Tags.ExtendedOffsetTableLengths))
                .isEqualTo(longs(fragments.get(1).length, fragments.get(2).length));
    }

    @Test
    void framesThatNobodyCountsBecomeZero() throws IOException {
        DataSet image = MadeImages.grey(8, 8, 0);
        byte[] cells = image.bytes(Tags.PixelData);
        byte[] twice = Arrays.copyOf(cells, 2 * cells.length);
        System.arraycopy(cells, 0, twice, cells.length, cells.length);
        image.putBytes(Tags.PixelData, Vr.OB, twice);
        byte[] dataSet = DataSetWriter.toBytes(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        Blanked.Image blanked = Blanked.of(
                bytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), List.of(new Rectangle(0, 0, 1, 1)));

        byte[] pixels = blanked.read().bytes(Tags.PixelData);
        assertThat(Arrays.copyOfRange(pixels, cells.length, pixels.length)).containsOnly(0);
        assertThat(Arrays.copyOfRange(pixels, 1, cells.length)).isEqualTo(Arrays.copyOfRange(cells, 1, cells.length));
    }

    @Test
    void patchesOfOneKindShareTheirBytes() throws IOException {
        DataSet image = frames(MadeImages.grey(16, 16, 0), 50);
        byte[] dataSet = DataSetWriter.toBytes(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Blanking blanking = Blanking.of(
                Images.reader(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                List.of(new Rectangle(0, 0, 32, 4), new Rectangle(2, 10, 5, 4)));

        List<byte[]> patches = new ArrayList<>();
        blanking.patch((offset, bytes) -> patches.add(bytes));

        assertThat(patches).hasSize(50 * 5);
        assertThat(patches.stream().map(System::identityHashCode).distinct()).hasSize(2);
    }

    @Test
    void rectanglesOutsideTouchNothing() throws IOException {
        byte[] dataSet = DataSetWriter.toBytes(MadeImages.grey(8, 8, 0), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        FrameReader image = Images.reader(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        assertThat(Blanking.of(image, List.of(new Rectangle(32, 0, 5, 5))).isEmpty())
                .isTrue();
        assertThat(Blanking.of(image, List.of(new Rectangle(0, 24, 5, 5))).isEmpty())
                .isTrue();
        assertThat(Blanking.of(image, List.of(new Rectangle(31, 23, 5, 5))).isEmpty())
                .isFalse();
    }

    @Test
    void pixelsThatAreTooShortAreRefused() throws IOException {
        DataSet image = Images.frames(MadeImages.grey(8, 8, 0), 2);
        byte[] dataSet = DataSetWriter.toBytes(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        FrameReader reader = Images.reader(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        assertThatThrownBy(() ->
                        Blanking.of(reader, List.of(new Rectangle(0, 0, 5, 5))).patch((offset, bytes) -> {}))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TRUNCATED));
    }

    /** One frame and three of each kind; frames of single bits that do not begin at a byte. */
    private static Map<String, DataSet> images() {
        Map<String, DataSet> images = MadeImages.all();
        for (Map.Entry<String, DataSet> made : List.copyOf(images.entrySet())) {
            images.put(made.getKey() + ", three frames", frames(made.getValue(), 3));
        }
        for (int bits : new int[] {1, 12}) {
            DataSet packed = Images.header(MadeImages.ROWS, MadeImages.COLUMNS + 3, bits, "MONOCHROME2");
            int length = (MadeImages.ROWS * (MadeImages.COLUMNS + 3) * bits * 3 + 7) / 8;
            byte[] cells = new byte[length + length % 2];
            for (int i = 0; i < length; i++) {
                cells[i] = (byte) (i * 37 + 11);
            }
            cells[length - 1] &= (byte) (length * 8 % 8 == 0 ? 0xFF : 0);
            images.put(
                    bits + " bits packed",
                    Images.frames(packed, 3)
                            .putBytes(Tags.PixelData, Vr.OW, cells)
                            .putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                            .putString(Tags.SOPInstanceUID, "2.25.1"));
        }
        return images;
    }

    private static DataSet frames(DataSet image, int count) {
        DataSet several = new DataSet();
        image.forEach(several::put);
        byte[] one = image.bytes(Tags.PixelData);
        byte[] all = new byte[count * one.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (one[i % one.length] ^ (i / one.length % 2 == 0 ? 0 : 0x05));
        }
        Vr vr = image.integer(Tags.BitsAllocated, 8) > 8 ? Vr.OW : Vr.OB;
        return Images.frames(several, count).putBytes(Tags.PixelData, vr, all);
    }

    private boolean transcoded(Path in, TransferSyntax to, Path out) throws IOException {
        try {
            PixelTranscoder.of(ImageLimits.defaults()).transcode(in, to, out);
            return true;
        } catch (ImageException e) {
            assertThat(e.problem()).isEqualTo(Problem.UNSUPPORTED);
            return false;
        }
    }

    private static ImageBytes bytes(byte[] dataSet, TransferSyntax syntax) {
        return new ImageBytes(syntax, offset -> {
            int from = (int) Math.min(offset, dataSet.length);
            return new ByteArrayInputStream(dataSet, from, dataSet.length - from);
        });
    }

    private static byte[] longs(long... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long value : values) {
            for (int i = 0; i < 8; i++) {
                out.write((int) (value >> (8 * i)));
            }
        }
        return out.toByteArray();
    }

    private static Element element(DataSet dataSet, int tag) {
        return Optional.ofNullable(dataSet.element(tag)).orElseThrow();
    }

    private static TransferSyntax syntax(String uid) {
        return Optional.ofNullable(TransferSyntax.of(uid)).orElseThrow();
    }
}
