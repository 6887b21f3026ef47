package org.symbolon.dicom.image.internal.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.internal.cells.CellLines;

class JpegLsTest {
    /** The image and the coded bytes of T.87 H.3. */
    private static final int[] EXAMPLE = {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145};

    private static final String EXAMPLE_CODE = "c000006c80208e01c0000057400000 6ee6000001bc18000005d800009160";

    @Test
    void encodesTheExampleOfTheStandard() {
        byte[] stream = JpegLsEncoder.lossless().encode(4, 4, 1, 8, lines(EXAMPLE, 4, 1));
        byte[] code = HexFormat.of().parseHex(EXAMPLE_CODE.replace(" ", ""));
        int start = stream.length - 2 - code.length;
        assertThat(Arrays.copyOfRange(stream, start, stream.length - 2)).isEqualTo(code);
        assertThat(decode(stream)).isEqualTo(EXAMPLE);
    }

    @Test
    void everyPrecisionAndNumberOfComponentsComesBack() {
        Random random = new Random(1);
        for (int precision = 2; precision <= 16; precision++) {
            for (int components = 1; components <= 4; components++) {
                int[] samples = samples(random, 13, 17, components, precision);
                byte[] stream =
                        JpegLsEncoder.lossless().encode(13, 17, components, precision, lines(samples, 17, components));
                assertThat(decode(stream)).isEqualTo(samples);
            }
        }
    }

    @Test
    void restartIntervalsBeginAnew() {
        int[] samples = samples(new Random(2), 40, 9, 3, 12);
        byte[] stream = new JpegLsEncoder(0, 3).encode(40, 9, 3, 12, lines(samples, 9, 3));
        assertThat(decode(stream)).isEqualTo(samples);
    }

    @Test
    void nearLosslessSamplesStayNear() {
        for (int near = 1; near <= 7; near += 3) {
            int[] samples = samples(new Random(near), 30, 31, 1, 8);
            int[] decoded = decode(new JpegLsEncoder(near, 0).encode(30, 31, 1, 8, lines(samples, 31, 1)));
            for (int i = 0; i < samples.length; i++) {
                assertThat(Math.abs(samples[i] - decoded[i])).isLessThanOrEqualTo(near);
            }
        }
    }

    @Test
    void sampleInterleavedScansAreRead() {
        // A flat frame: each line is one run of all components.
        String stream = "ffd8fff7001108000200040301110002110003110 0ffda000c03010002000300000200 fc ffd9";
        int[] decoded = decode(HexFormat.of().parseHex(stream.replace(" ", "")));
        assertThat(decoded).containsOnly(0).hasSize(24);
    }

    @Test
    void mappingTablesGiveTheSamples() {
        byte[] stream = JpegLsEncoder.lossless().encode(1, 3, 1, 2, lines(new int[] {0, 1, 2}, 3, 1));
        String plain = HexFormat.of().formatHex(stream);
        String mapped = plain.replace("ffda0008010100", "fff800080201010a141e" + "ffda0008010101");
        assertThat(decode(HexFormat.of().parseHex(mapped))).containsExactly(10, 20, 30);
    }

    @Test
    void pointTransformShiftsSamples() {
        byte[] stream = JpegLsEncoder.lossless().encode(1, 3, 1, 4, lines(new int[] {1, 2, 3}, 3, 1));
        String shifted = HexFormat.of()
                .formatHex(stream)
                .replace("ffda00080101000000 00".replace(" ", ""), "ffda00080101000000" + "02");
        assertThat(decode(HexFormat.of().parseHex(shifted))).containsExactly(4, 8, 12);
    }

    @Test
    void streamsThatAreCutEndInAnError() {
        int[] samples = samples(new Random(3), 32, 32, 1, 8);
        byte[] stream = JpegLsEncoder.lossless().encode(32, 32, 1, 8, lines(samples, 32, 1));
        for (int length = 0; length < stream.length - 40; length += 7) {
            byte[] cut = Arrays.copyOf(stream, length);
            assertThatThrownBy(() -> decode(cut)).isInstanceOf(ImageException.class);
        }
    }

    private static int[] decode(byte[] stream) {
        short[] samples = JpegLsCodestream.of(stream).decode();
        int[] values = new int[samples.length];
        Arrays.setAll(values, i -> samples[i] & 0xFFFF);
        return values;
    }

    private static CellLines lines(int[] samples, int columns, int components) {
        return (row, component, line) -> {
            for (int column = 0; column < columns; column++) {
                line[column + 1] = samples[(row * columns + column) * components + component];
            }
        };
    }

    /** Smooth in one half, noise and flat runs in the other. */
    private static int[] samples(Random random, int rows, int columns, int components, int precision) {
        int[] samples = new int[rows * columns * components];
        int max = (1 << precision) - 1;
        for (int i = 0; i < samples.length; i++) {
            int row = i / components / columns;
            int column = i / components % columns;
            samples[i] = row % 5 == 4
                    ? max / 2
                    : column > columns / 2 ? random.nextInt(max + 1) : (row * max / rows + column) & max;
        }
        return samples;
    }
}
