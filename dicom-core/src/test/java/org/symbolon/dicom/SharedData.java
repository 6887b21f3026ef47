package org.symbolon.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The test data that lies beside the repository. */
final class SharedData {
    private SharedData() {}

    /** All files below a folder of the shared data; the test is skipped if it is not there. */
    static List<Path> files(String folder) throws IOException {
        Path root = root().resolve("data").resolve(folder);
        assumeTrue(Files.isDirectory(root), "The shared test data is not beside the repository: data/" + folder);
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static Path root() {
        return Path.of(System.getProperty("symbolon.repository.root", "."))
                .toAbsolutePath()
                .normalize()
                .resolveSibling("shared");
    }
}
