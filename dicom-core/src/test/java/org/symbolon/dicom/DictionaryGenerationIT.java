package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed tables are what the generator makes of the tables of the standard. */
class DictionaryGenerationIT {
    private static final Path RESOURCES = Path.of("src/main/resources/org/symbolon/dicom/internal");
    private static final Path SOURCES = Path.of("src/main/java/org/symbolon/dicom");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theCommittedTablesAreTheGeneratedOnes() throws IOException {
        Path tables = SharedData.root().resolve("standard");
        assumeTrue(Files.isDirectory(tables), "The tables of the standard are not beside the repository");
        Programs.assumeRuns("Python", List.of("python3", "--version"));
        Path module =
                Path.of(System.getProperty("symbolon.repository.root", "..")).resolve("dicom-core");
        Path generator = module.resolve("tools/generate_dictionary.py").toAbsolutePath();
        Programs.Result result =
                Programs.run(folder, List.of("python3", generator.toString(), tables.toString(), folder.toString()));
        assertThat(result.exitCode()).isZero();
        for (String name : List.of("standard.tsv", "private.tsv", "uids.tsv", "transfer-syntaxes.tsv")) {
            assertThat(folder.resolve(RESOURCES).resolve(name))
                    .hasSameBinaryContentAs(module.resolve(RESOURCES).resolve(name));
        }
        for (String name : List.of("Tags.java", "Uids.java")) {
            assertThat(tokens(folder.resolve(SOURCES).resolve(name)))
                    .isEqualTo(tokens(module.resolve(SOURCES).resolve(name)));
        }
    }

    /** Without what the formatter may change. */
    private static String tokens(Path path) throws IOException {
        return Files.readString(path).replaceAll("[\\s*/]+", "");
    }
}
