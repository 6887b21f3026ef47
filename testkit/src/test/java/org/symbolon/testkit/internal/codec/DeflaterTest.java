package org.symbolon.testkit.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.testkit.internal.Randomness;

class DeflaterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 257, 258, 259, 40_000, 200_000})
    void inflatesToWhatWasDeflated(int length) throws DataFormatException {
        Randomness random = new Randomness(length);
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i % 700 < 500 ? i % 7 : random.nextLong());
        }
        assertThat(inflate(Deflater.deflate(content), length)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abababababababababab", "aaaaaaaaaaaaaaaaaaaa"})
    void writesRepetitionsShorter(String text) {
        byte[] content = text.repeat(50).getBytes(StandardCharsets.US_ASCII);
        assertThat(Deflater.deflate(content)).hasSizeLessThan(content.length / 10);
    }

    private static byte[] inflate(byte[] deflated, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        byte[] content = new byte[length + 1];
        int inflated = inflater.inflate(content);
        assertThat(inflater.finished()).isTrue();
        inflater.end();
        return Arrays.copyOf(content, inflated);
    }
}
