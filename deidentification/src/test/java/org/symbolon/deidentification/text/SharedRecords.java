package org.symbolon.deidentification.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The textual records of the shared test data. */
final class SharedRecords {
    private SharedRecords() {}

    /** All files of a folder and its folders, in order; the test is skipped where they are not there. */
    static List<Path> files(String folder) throws IOException {
        Path data = Path.of(System.getProperty("symbolon.repository.root"), "..", "shared", "data", folder);
        assumeTrue(Files.isDirectory(data), "The shared test data is not beside this repository");
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
