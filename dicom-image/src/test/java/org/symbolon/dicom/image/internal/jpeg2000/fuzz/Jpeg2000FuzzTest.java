package org.symbolon.dicom.image.internal.jpeg2000.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.fuzz.FuzzReplay;

class Jpeg2000FuzzTest {
    private static final int MUTATIONS = 2500;
    private static final int MAX_SEED_BYTES = 4096;

    @Test
    void refusesOrDecodesWhateverComes() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(Jpeg2000FuzzTest.class.getResource("/jpeg2000/golden.txt"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()).resolveSibling(""))) {
            List<Path> codestreams = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(txt|md)"))
                    .sorted()
                    .toList();
            FuzzReplay.of(Jpeg2000Fuzz.class, Jpeg2000Fuzz::fuzzerTestOneInput)
                    .withFiles(codestreams, MAX_SEED_BYTES)
                    .run(MUTATIONS);
        }
    }
}
