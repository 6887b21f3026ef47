package org.symbolon.dicom.image.internal.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.dicom.image.PixelFrame;

/** Every way of coding that OpenJPEG and OpenJPH write: exact where it is lossless, as good as theirs where it is not. */
class GoldenFilesTest {
    private static final Offset<Double> DECIBELS = Offset.offset(0.1);

    static List<GoldenFile> files() throws IOException {
        return GoldenFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void decodesAsItsEncoderMeant(GoldenFile file) throws IOException {
        PixelFrame frame = file.decode();

        assertThat(frame.bitsStored()).isEqualTo(file.bits());
        assertThat(frame.samples().sign()).isEqualTo(file.sign());
        if (file.expectation().startsWith("crc32=")) {
            assertThat("crc32=%08x".formatted(crc(frame))).isEqualTo(file.expectation());
        } else if (file.expectation().startsWith("psnr=")) {
            double said = Double.parseDouble(file.expectation().substring(5));
            assertThat(decibels(file, frame)).isCloseTo(said, DECIBELS);
        } else {
            assertThat(squaredError(file, frame)).isZero();
        }
    }

    private static double decibels(GoldenFile file, PixelFrame frame) {
        double peak = (1L << file.bits()) - 1;
        return 10 * Math.log10(peak * peak / squaredError(file, frame));
    }

    private static double squaredError(GoldenFile file, PixelFrame frame) {
        double sum = 0;
        int index = 0;
        for (int y = 0; y < file.rows(); y++) {
            for (int x = 0; x < file.columns(); x++) {
                for (int component = 0; component < file.components(); component++) {
                    double error =
                            file.expected(x, y, component) - frame.samples().at(index++);
                    sum += error * error;
                }
            }
        }
        return sum / index;
    }

    /** Of the samples as little-endian numbers of 32 bits. */
    private static long crc(PixelFrame frame) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * frame.samples().size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frame.samples().size(); i++) {
            bytes.putInt((int) frame.samples().at(i));
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return crc.getValue();
    }
}
