package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes every file that DCMTK writes in another transfer syntax, and gets the same data set. Both results go through
 * dcmconv once more, which evens out what is free: it makes all lengths defined and drops padding.
 */
class DcmconvIT {
    private static final int MAX_BYTES = 100_000;
    /** Explicit and deflated differ from these in nothing that could go wrong, and each file costs three processes. */
    private static final Map<String, TransferSyntax> SYNTAXES =
            Map.of("+ti", TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, "+tb", TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void agreesWithDcmconv() throws IOException {
        Programs.assumeRuns("DCMTK", List.of("dcmconv", "--version"));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Path path : SharedData.files("dicom")) {
            if (Files.size(path) <= MAX_BYTES) {
                for (var syntax : SYNTAXES.entrySet()) {
                    compared += compare(path, syntax.getKey(), syntax.getValue(), differences);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(60);
    }

    private int compare(Path path, String option, TransferSyntax to, List<String> differences) throws IOException {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        DicomFile file;
        try {
            file = DicomFile.open(path);
            if (file.transferSyntax().encapsulated() || file.transferSyntax().equals(to)) {
                return 0;
            }
            Transcription.write(file, to, ours);
        } catch (DicomFormatException e) {
            assertThat(e.problem()).isNotNull();
            return 0;
        }
        if (!converted(option, path, theirs)) {
            return 0;
        }
        Path oursAgain = folder.resolve("ours-again");
        Path theirsAgain = folder.resolve("theirs-again");
        if (!converted(option, ours, oursAgain)
                || !converted(option, theirs, theirsAgain)
                || !Arrays.equals(dataSet(oursAgain), dataSet(theirsAgain))) {
            differences.add(path.getFileName() + " " + option);
        }
        return 1;
    }

    private static boolean converted(String option, Path in, Path out) throws IOException {
        return Programs.run(Path.of("."), List.of("dcmconv", "-q", option, in.toString(), out.toString()))
                        .exitCode()
                == 0;
    }

    private static byte[] dataSet(Path path) throws IOException {
        try (InputStream in = DicomFile.open(path).dataSetStream()) {
            return in.readAllBytes();
        }
    }
}
