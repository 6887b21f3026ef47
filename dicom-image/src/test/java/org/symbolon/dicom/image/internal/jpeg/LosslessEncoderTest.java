package org.symbolon.dicom.image.internal.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LosslessEncoderTest {
    private static final int ROWS = 11;
    private static final int COLUMNS = 23;

    @Test
    void everyPrecisionAndNumberOfComponentsComesBack() {
        Random random = new Random(1);
        for (int precision = 2; precision <= 16; precision++) {
            for (int components = 1; components <= 4; components++) {
                int[] samples = new int[ROWS * COLUMNS * components];
                int bound = 1 << precision;
                Arrays.setAll(samples, i -> i % 3 == 0 ? random.nextInt(bound) : i % bound);
                assertThat(roundTrip(samples, components, precision)).isEqualTo(samples);
            }
        }
    }

    @Test
    void differencesWrapAround() {
        int[] samples = new int[ROWS * COLUMNS];
        Arrays.setAll(samples, i -> i % 2 == 0 ? 0xFFFF : i % 3 == 0 ? 0x7FFF : 0);
        assertThat(roundTrip(samples, 1, 16)).isEqualTo(samples);
    }

    @Test
    void aFrameOfOneValueNeedsOneCode() {
        int[] samples = new int[ROWS * COLUMNS];
        Arrays.fill(samples, 128);
        assertThat(roundTrip(samples, 1, 8)).isEqualTo(samples);
    }

    @Test
    void codesAreNeverLongerThanSixteenBits() {
        long[] counts = new long[40];
        long next = 1;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = next;
            next = next * 8 / 5 + 1;
        }
        HuffmanCode code = HuffmanCode.of(counts);
        double used = 0;
        for (int i = 0; i < counts.length; i++) {
            assertThat(code.size(i)).isBetween(1, 16);
            used += Math.pow(2, -code.size(i));
        }
        assertThat(used).isLessThan(1);
    }

    private static int[] roundTrip(int[] samples, int components, int precision) {
        byte[] stream = new LosslessEncoder(ROWS, COLUMNS, components, precision).encode((row, component, line) -> {
            for (int column = 0; column < COLUMNS; column++) {
                line[column + 1] = samples[(row * COLUMNS + column) * components + component];
            }
        });
        short[] decoded = JpegCodestream.of(stream).decode();
        int[] values = new int[decoded.length];
        Arrays.setAll(values, i -> decoded[i] & 0xFFFF);
        return values;
    }
}
