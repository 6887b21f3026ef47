package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DicomFormatException;

/** Damaged frames end in the module's own errors, soon and in bounded memory. */
class HostileFramesTest {
    private static final int TRIALS = 25;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final List<String> VICTIMS = List.of(
            "pydicom/test_files/SC_rgb_small_odd_jpeg.dcm",
            "pydicom-data/data/OBXXXX1A_rle_2frame.dcm",
            "pydicom/test_files/SC_rgb_rle.dcm",
            "dcm4che/MR-JPEGLosslessSV1.dcm",
            "dicom-test-files/data/WG04/JPLY/MR1_JPLY",
            "fo-dicom/FO-DICOM.Tests/Test Data/GH1261.dcm");

    @Test
    void damageIsRefusedOrSurvived() throws IOException {
        for (String name : VICTIMS) {
            Path file = SharedData.dicom().resolve(name);
            byte[] original = Files.readAllBytes(file);
            Random random = new Random(name.length());
            for (int trial = 0; trial < TRIALS; trial++) {
                byte[] damaged = original.clone();
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    int from = random.nextBoolean() ? original.length / 2 : Math.min(600, original.length - 1);
                    damaged[from + random.nextInt(original.length - from)] = (byte) random.nextInt();
                }
                int length = random.nextInt(4) == 0 ? random.nextInt(damaged.length) : damaged.length;
                long start = System.nanoTime();
                attempt(damaged, length);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
            }
        }
    }

    private static void attempt(byte[] file, int length) throws IOException {
        ImageLimits limits = new ImageLimits(4 << 20, 1000);
        try {
            FrameReader reader = FrameReader.open(
                    ImageBytes.part10(offset -> {
                        int from = (int) Math.min(offset, length);
                        return new ByteArrayInputStream(file, from, length - from);
                    }),
                    limits);
            Rendering.of(reader, 0, RenderingOptions.defaults().fitting(64, 64));
        } catch (ImageException | DicomFormatException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
