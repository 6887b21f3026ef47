package org.symbolon.dicom.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample files beside the repository. */
final class SharedData {
    private SharedData() {}

    /** The folder; where it is missing the test is skipped. */
    static Path dicom() {
        Path folder = Path.of(System.getProperty("symbolon.repository.root", "."))
                .resolveSibling("shared/data/dicom")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "The shared DICOM samples are not there");
        return folder;
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(dicom())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** How a test names a file. */
    static String name(Path file) {
        return dicom().relativize(file).toString().replace('\\', '/');
    }
}
