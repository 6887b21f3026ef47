package org.symbolon.dicom.image.internal.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Layout;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.jpeg2000.ImageGrid.ComponentSize;
import org.symbolon.dicom.image.internal.jpeg2000.ImageGrid.SampleSign;

/** What the decoder makes of codestreams that do not fit their image, or are cut off, or ask for too much. */
class Jpeg2000DecoderTest {
    private static final int SIZ_WIDTH = 8;
    private static final int SIZ_DEPTH = 42;

    @Test
    void undoneComponentTransformationLeavesRgb() throws IOException {
        GoldenFile file = GoldenFile.named("rgb.j2k");
        PixelFrame frame = GoldenFile.decode(
                file.bytes(), as(file.description(), PhotometricInterpretation.YBR_RCT, Sign.UNSIGNED));
        assertThat(frame.photometric()).isEqualTo(PhotometricInterpretation.RGB);
    }

    @Test
    void dicomSaysWhetherBitsAreSigned() throws IOException {
        GoldenFile file = GoldenFile.named("grey16.j2k");
        PixelFrame unsigned = file.decode();
        PixelFrame signed = GoldenFile.decode(
                file.bytes(), as(file.description(), file.description().photometric(), Sign.SIGNED));
        for (int i = 0; i < unsigned.samples().size(); i++) {
            assertThat(signed.samples().at(i))
                    .isEqualTo((short) unsigned.samples().at(i));
        }
    }

    @Test
    void signedCodestreamIsReadAsUnsignedBits() throws IOException {
        GoldenFile file = GoldenFile.named("signed12.j2k");
        PixelFrame signed = file.decode();
        PixelFrame unsigned = GoldenFile.decode(
                file.bytes(), as(file.description(), file.description().photometric(), Sign.UNSIGNED));
        for (int i = 0; i < signed.samples().size(); i++) {
            assertThat(unsigned.samples().at(i)).isEqualTo(signed.samples().at(i) & 0xFFF);
        }
    }

    @Test
    void followsTheDepthOfTheCodestream() throws IOException {
        GoldenFile file = GoldenFile.named("grey12.j2k");
        PixelDescription said = file.description().withCells(16, Sign.UNSIGNED);
        assertThat(GoldenFile.decode(file.bytes(), said).bitsStored()).isEqualTo(12);
        assertProblem(Problem.CORRUPT, () -> GoldenFile.decode(file.bytes(), said.withCells(8, Sign.UNSIGNED)));
    }

    @Test
    void refusesAnotherSize() throws IOException {
        GoldenFile file = GoldenFile.named("grey8.j2k");
        byte[] wider = file.bytes();
        wider[SIZ_WIDTH + 3]++;
        assertProblem(Problem.CORRUPT, () -> GoldenFile.decode(wider, file.description()));
        assertProblem(
                Problem.CORRUPT,
                () -> GoldenFile.decode(
                        file.bytes(), GoldenFile.named("rgb.j2k").description()));
    }

    @Test
    void decodesWhatIsThereOfACutStream() throws IOException {
        GoldenFile file = GoldenFile.named("order-lrcp.j2k");
        byte[] whole = file.bytes();
        double before = Double.MAX_VALUE;
        for (int percent : new int[] {40, 70, 100}) {
            PixelFrame frame =
                    GoldenFile.decode(Arrays.copyOf(whole, whole.length * percent / 100), file.description());
            double error = 0;
            for (int i = 0; i < frame.samples().size(); i++) {
                error += Math.abs(frame.samples().at(i) - file.expected(i % file.columns(), i / file.columns(), 0));
            }
            assertThat(error).isLessThan(before);
            before = error;
        }
        assertThat(before).isZero();
    }

    @Test
    void streamWithoutPacketsIsTruncated() throws IOException {
        GoldenFile file = GoldenFile.named("grey8.j2k");
        byte[] whole = file.bytes();
        int start = indexOf(whole, 0x93) + 2;
        for (int length = 0; length <= start; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertProblem(Problem.TRUNCATED, () -> GoldenFile.decode(cut, file.description()));
        }
    }

    @Test
    void depthAbove31BitsIsUnsupported() throws IOException {
        GoldenFile file = GoldenFile.named("grey8.j2k");
        byte[] deep = file.bytes();
        deep[SIZ_DEPTH] = 31;
        assertProblem(Problem.UNSUPPORTED, () -> GoldenFile.decode(deep, file.description()));
        deep[SIZ_DEPTH] = 38;
        assertProblem(Problem.CORRUPT, () -> GoldenFile.decode(deep, file.description()));
    }

    @Test
    void refusesPicturesTooLargeForTheirBytes() throws IOException {
        GoldenFile file = GoldenFile.named("one.j2k");
        byte[] bytes = file.bytes();
        int rows = 256;
        int fitting = (int) ((1 << 20) + (long) Jpeg2000Decoder.MAX_SAMPLES_PER_BYTE * bytes.length) / rows;
        assertProblem(Problem.CORRUPT, () -> GoldenFile.decode(bytes, sized(rows, fitting)));
        assertProblem(Problem.LIMIT_EXCEEDED, () -> GoldenFile.decode(bytes, sized(rows, fitting + 1)));
    }

    @Test
    void packetsAndPassesAreBounded() {
        Effort effort = new Effort(0);
        for (int i = 0; i < Effort.MAX_STEPS; i++) {
            effort.step();
        }
        assertProblem(Problem.LIMIT_EXCEEDED, effort::step);
        Effort passes = new Effort(1);
        for (long left = Effort.SAMPLE_PASSES_OF_ANY + Effort.SAMPLE_PASSES_PER_BYTE; left > 0; left -= 1 << 12) {
            passes.passes(1 << 12, 1);
        }
        assertProblem(Problem.LIMIT_EXCEEDED, () -> passes.passes(1, 1));
    }

    @Test
    void changesOfProgressionAreBounded() {
        Parameters parameters = Parameters.ofImage(1);
        byte[] volume = {0, 0, 0, 1, 1, 1, 0};
        for (int i = 0; i < Parameters.MAX_VOLUMES; i++) {
            parameters.readPoc(new Segment(volume, 0, volume.length));
        }
        assertThat(parameters.volumes()).hasSize(Parameters.MAX_VOLUMES);
        assertProblem(Problem.LIMIT_EXCEEDED, () -> parameters.readPoc(new Segment(volume, 0, volume.length)));
    }

    @Test
    void precinctsOfATileAreBounded() {
        int edge = 1 << 9;
        assertThat(Tile.MAX_PRECINCTS).isEqualTo(edge * edge);
        assertThat(Tile.of(grid(edge, edge), 0, parameters(0)).components()).hasSize(1);
        assertProblem(Problem.LIMIT_EXCEEDED, () -> Tile.of(grid(edge, edge + 1), 0, parameters(0)));
    }

    /** No decomposition, precincts of two to the given power. */
    private static Parameters parameters(int precinctExponent) {
        Parameters parameters = Parameters.ofImage(1);
        byte[] cod = {1, 0, 0, 1, 0, 0, 4, 4, 0, 1, (byte) (precinctExponent * 0x11)};
        parameters.readCod(new Segment(cod, 0, cod.length));
        byte[] qcd = {0x40, 0x40};
        parameters.readQcd(new Segment(qcd, 0, qcd.length));
        return parameters;
    }

    private static ImageGrid grid(int width, int height) {
        return new ImageGrid(
                0,
                new Area(0, 0, width, height),
                0,
                0,
                width,
                height,
                List.of(new ComponentSize(8, SampleSign.UNSIGNED, 1, 1)));
    }

    private static PixelDescription sized(int rows, int columns) {
        return new PixelDescription(
                rows, columns, 1, PhotometricInterpretation.MONOCHROME2, 8, 8, 7, Sign.UNSIGNED, Layout.BY_PIXEL, 1);
    }

    private static PixelDescription as(PixelDescription said, PhotometricInterpretation photometric, Sign sign) {
        return new PixelDescription(
                said.rows(),
                said.columns(),
                said.samplesPerPixel(),
                photometric,
                said.bitsAllocated(),
                said.bitsStored(),
                said.highBit(),
                sign,
                said.layout(),
                1);
    }

    private static int indexOf(byte[] bytes, int marker) {
        int at = 0;
        while (bytes[at] != (byte) 0xFF || bytes[at + 1] != (byte) marker) {
            at++;
        }
        return at;
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
