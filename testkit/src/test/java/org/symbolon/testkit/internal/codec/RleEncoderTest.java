package org.symbolon.testkit.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.testkit.internal.Randomness;

class RleEncoderTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 1, 1", "128, 1, 2", "129, 3, 1", "300, 3, 1", "513, 1, 2"})
    void unpacksToWhatWasPacked(int columns, int samplesPerPixel, int bytesPerSample) {
        Randomness random = new Randomness(columns);
        byte[] frame = new byte[columns * 7 * samplesPerPixel * bytesPerSample];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = random.chance(0.6) ? 9 : (byte) random.below(4);
        }
        byte[] encoded = RleEncoder.encode(frame, columns, samplesPerPixel, bytesPerSample);
        assertThat(encoded.length % 2).isZero();
        assertThat(decode(encoded, frame.length, samplesPerPixel, bytesPerSample))
                .isEqualTo(frame);
    }

    /** As PS3.5 G.3.2 describes the decoder. */
    private static byte[] decode(byte[] encoded, int length, int samplesPerPixel, int bytesPerSample) {
        ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt();
        assertThat(segments).isEqualTo(samplesPerPixel * bytesPerSample);
        byte[] frame = new byte[length];
        for (int segment = 0; segment < segments; segment++) {
            int at = header.getInt(4 + 4 * segment);
            int sample = segment / bytesPerSample;
            int target = sample * bytesPerSample + bytesPerSample - 1 - segment % bytesPerSample;
            while (target < length) {
                int count = encoded[at++];
                for (int i = 0; i <= Math.abs(count); i++, target += segments) {
                    frame[target] = encoded[count < 0 ? at : at++];
                }
                at += count < 0 ? 1 : 0;
            }
        }
        return frame;
    }
}
