package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.image.Images.bytes;
import static org.symbolon.dicom.image.Images.frames;
import static org.symbolon.dicom.image.Images.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.PixelTranscoder.Outcome;

class PixelTranscoderTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final PixelTranscoder TRANSCODER = PixelTranscoder.of(ImageLimits.defaults());
    private static final List<String> WRITTEN = List.of(
            Uids.ImplicitVRLittleEndian,
            Uids.ExplicitVRLittleEndian,
            Uids.ExplicitVRBigEndian,
            Uids.DeflatedExplicitVRLittleEndian,
            Uids.EncapsulatedUncompressedExplicitVRLittleEndian,
            Uids.DeflatedImageFrameCompression,
            Uids.RLELossless,
            Uids.JPEGLossless,
            Uids.JPEGLosslessSV1,
            Uids.JPEGLSLossless);

    @TempDir
    Path folder;

    @Test
    void everyKindOfPixelComesBackFromEveryTransferSyntax() throws IOException {
        Path first = folder.resolve("first.dcm");
        Path second = folder.resolve("second.dcm");
        for (DataSet image : kinds()) {
            Path source = file("source.dcm", image, EXPLICIT);
            boolean codecs = image.integer(Tags.BitsAllocated, 0) % 8 == 0 && image.integer(Tags.BitsAllocated, 0) < 32;
            for (String to : WRITTEN) {
                if (to.startsWith("1.2.840.10008.1.2.4.") && !codecs) {
                    assertThatThrownBy(() -> TRANSCODER.transcode(source, syntax(to), first))
                            .isInstanceOf(ImageException.class);
                    continue;
                }
                TRANSCODER.transcode(source, syntax(to), first);
                assertThat(DicomFile.open(first).transferSyntax().uid()).isEqualTo(to);
                assertThat(LosslessCheck.compare(source, first, ImageLimits.defaults()))
                        .isEqualTo(new LosslessCheck(LosslessCheck.Verdict.EQUAL, 3));
                TRANSCODER.transcode(first, syntax(Uids.RLELossless), second);
                TRANSCODER.transcode(second, EXPLICIT, second);
                assertThat(Images.open(second).header().string(Tags.PhotometricInterpretation))
                        .isEqualTo(image.string(Tags.PhotometricInterpretation));
                assertThat(pixels(second)).isEqualTo(pixels(source));
            }
        }
    }

    @Test
    void elementsThatNeedNotChangeKeepTheirBytes() throws IOException {
        DataSet image = image(16, 12, "MONOCHROME2", 0);
        DataSet item = new DataSet().putString(Tags.CodeValue, "1");
        image.putSequence(Tags.ProcedureCodeSequence, List.of(item));
        image.putBytes(Tags.DataSetTrailingPadding, Vr.OB, new byte[6]);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Part10Writer.write(written, image, EXPLICIT, SequenceLengths.UNDEFINED);
        Path source = Files.write(folder.resolve("source.dcm"), written.toByteArray());
        Path compressed = folder.resolve("compressed.dcm");
        assertThat(TRANSCODER.transcode(source, syntax(Uids.JPEGLSLossless), compressed))
                .isEqualTo(Outcome.RECODED);
        assertThat(Files.size(compressed)).isNotEqualTo(Files.size(source));
        Path back = folder.resolve("back.dcm");
        TRANSCODER.transcode(compressed, EXPLICIT, back);
        assertThat(dataSet(back)).isEqualTo(dataSet(source));
    }

    @Test
    void sameTransferSyntaxIsACopy() throws IOException {
        Path source = file("source.dcm", image(8, 8, "MONOCHROME2", 0), EXPLICIT);
        byte[] before = Files.readAllBytes(source);
        Path out = folder.resolve("out.dcm");
        assertThat(TRANSCODER.transcode(source, EXPLICIT, out)).isEqualTo(Outcome.COPIED);
        assertThat(out).hasBinaryContent(before);
        assertThat(TRANSCODER.transcode(source, EXPLICIT, source)).isEqualTo(Outcome.COPIED);
        assertThat(source).hasBinaryContent(before);
    }

    @Test
    void dataSetsWithoutPixelsAreTranscribed() throws IOException {
        DataSet report = identified(new DataSet()).putString(Tags.PatientName, "A");
        Path out = folder.resolve("out.dcm");
        assertThat(TRANSCODER.transcode(
                        file("report.dcm", report, EXPLICIT), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, out))
                .isEqualTo(Outcome.TRANSCRIBED);
        assertThat(LosslessCheck.compare(out, out, ImageLimits.defaults()).verdict())
                .isEqualTo(LosslessCheck.Verdict.NO_PIXELS);
    }

    @Test
    void lossySourcesAreMarked() throws IOException {
        DataSet image = identified(header(1, 1, 8, "MONOCHROME2"));
        image.putFragments(
                Tags.PixelData,
                Vr.OB,
                List.of(
                        bytes(),
                        bytes(
                                0xFF, 0xD8, 0xFF, 0xF7, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0,
                                1, 0, 0, 0x80, 0xFF, 0xD9)));
        Path out = folder.resolve("out.dcm");
        TRANSCODER.transcode(file("near.dcm", image, syntax(Uids.JPEGLSNearLossless)), EXPLICIT, out);
        assertThat(Images.open(out).header().string(Tags.LossyImageCompression)).isEqualTo("01");
    }

    @Test
    void refusalLeavesNothingBehind() throws IOException {
        Path source = file("source.dcm", image(8, 8, "MONOCHROME2", 0), EXPLICIT);
        Path out = Files.write(folder.resolve("out.dcm"), bytes(1));
        assertThat(PixelTranscoder.writes(syntax(Uids.JPEGBaseline8Bit))).isFalse();
        assertThatThrownBy(() -> TRANSCODER.transcode(source, syntax(Uids.JPEGBaseline8Bit), out))
                .hasMessageContaining("JPEG Baseline");
        byte[] cut = Files.readAllBytes(source);
        Path truncated = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(cut, cut.length - 4));
        assertThatThrownBy(() -> TRANSCODER.transcode(truncated, syntax(Uids.RLELossless), out))
                .isInstanceOf(RuntimeException.class);
        assertThat(out).hasBinaryContent(bytes(1));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void theCheckSeesASingleSample() throws IOException {
        DataSet image = image(8, 8, "MONOCHROME2", 0);
        Path source = file("source.dcm", image, EXPLICIT);
        byte[] pixels = image.bytes(Tags.PixelData).clone();
        pixels[pixels.length - 20] ^= 1;
        Path other = file("other.dcm", image.putBytes(Tags.PixelData, Vr.OW, pixels), EXPLICIT);
        LosslessCheck check = LosslessCheck.compare(source, other, ImageLimits.defaults());
        assertThat(check).isEqualTo(new LosslessCheck(LosslessCheck.Verdict.OTHER_SAMPLES, 2));
        assertThat(check.passed()).isFalse();
        Path fewer = file("fewer.dcm", frames(image, 2), EXPLICIT);
        assertThat(LosslessCheck.compare(source, fewer, ImageLimits.defaults()).verdict())
                .isEqualTo(LosslessCheck.Verdict.OTHER_SHAPE);
    }

    private static List<DataSet> kinds() {
        List<DataSet> kinds = new ArrayList<>();
        kinds.add(image(1, 1, "MONOCHROME2", 0));
        kinds.add(image(8, 8, "MONOCHROME1", 0));
        kinds.add(image(8, 6, "MONOCHROME2", 1));
        kinds.add(image(16, 12, "MONOCHROME2", 0));
        kinds.add(image(16, 16, "MONOCHROME2", 1));
        kinds.add(image(16, 12, "MONOCHROME2", 1));
        kinds.add(image(32, 32, "MONOCHROME2", 0));
        kinds.add(image(8, 8, "RGB", 0));
        kinds.add(image(16, 16, "YBR_FULL", 0));
        kinds.add(image(8, 8, "PALETTE COLOR", 0));
        return kinds;
    }

    /** Three frames of 7 x 5 with all kinds of bits, those outside of the stored ones too. */
    private static DataSet image(int allocated, int stored, String photometric, int signed) {
        DataSet image = frames(identified(header(7, 5, allocated, photometric)), 3)
                .putInts(Tags.BitsStored, Vr.US, stored)
                .putInts(Tags.HighBit, Vr.US, stored - 1)
                .putInts(Tags.PixelRepresentation, Vr.US, signed);
        int samples = image.integer(Tags.SamplesPerPixel, 1);
        if (samples > 1) {
            image.putInts(Tags.PlanarConfiguration, Vr.US, 0);
        }
        int length = (3 * 35 * samples * allocated + 7) / 8;
        byte[] pixels = new byte[length + (length & 1)];
        new Random(allocated + stored + signed).nextBytes(pixels);
        if (allocated == 1) {
            pixels[length - 1] &= 1;
        }
        if (length % 2 != 0) {
            pixels[length] = 0;
        }
        if (signed == 1 && stored < allocated && allocated == 16) {
            for (int i = 1; i < length; i += 2) {
                // The sign fills the cell, as writers of signed samples have it.
                pixels[i] = (byte) (pixels[i] << (allocated - stored) >> (allocated - stored));
            }
        }
        return image.putBytes(Tags.PixelData, allocated > 8 ? Vr.OW : Vr.OB, pixels);
    }

    private static DataSet identified(DataSet image) {
        return image.putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                .putString(Tags.SOPInstanceUID, "2.25.1");
    }

    private Path file(String name, DataSet image, TransferSyntax syntax) throws IOException {
        Path path = folder.resolve(name);
        Part10Writer.write(path, image, syntax);
        return path;
    }

    private static TransferSyntax syntax(String uid) {
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (syntax == null) {
            throw new IllegalStateException("No such transfer syntax");
        }
        return syntax;
    }

    private static byte[] dataSet(Path file) throws IOException {
        try (var in = DicomFile.open(file).dataSetStream()) {
            return in.readAllBytes();
        }
    }

    private static List<Integer> pixels(Path file) throws IOException {
        FrameReader reader = Images.open(file);
        List<Integer> all = new ArrayList<>();
        for (int frame = 0; frame < reader.count(); frame++) {
            Arrays.stream(Images.stored(reader, frame)).forEach(all::add);
        }
        return all;
    }
}
