package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DicomFormatException;

/** Every sample file is decoded, or refused for the reason that is pinned in {@code refused-samples.txt}. */
class SampleFilesTest {
    private static final int FRAMES = 3;

    @Test
    void decodesAllButThePinnedFiles() throws IOException {
        List<String> refused = new ArrayList<>();
        int decoded = 0;
        for (Path file : SharedData.files()) {
            String verdict = verdict(file);
            if (verdict.isEmpty()) {
                decoded++;
            } else if (!verdict.equals("NO_PIXELS")) {
                refused.add(SharedData.name(file) + ": " + verdict);
            }
        }
        assertThat(refused).containsExactlyElementsOf(pinned());
        assertThat(decoded).isGreaterThanOrEqualTo(70);
    }

    private static String verdict(Path file) throws IOException {
        try {
            FrameReader reader = FrameReader.open(ImageBytes.of(file), ImageLimits.defaults());
            for (int frame = 0; frame < Math.min(FRAMES, reader.count()); frame++) {
                Rendering.of(reader, frame, RenderingOptions.defaults());
            }
            return "";
        } catch (ImageException e) {
            boolean unsupported = e.problem() == ImageException.Problem.UNSUPPORTED;
            return unsupported ? "UNSUPPORTED " + e.getMessage() : e.problem().name();
        } catch (DicomFormatException e) {
            return e.problem().name();
        }
    }

    private static List<String> pinned() throws IOException {
        try (var in = SampleFilesTest.class.getResourceAsStream("refused-samples.txt")) {
            assertThat(in).isNotNull();
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }
}
