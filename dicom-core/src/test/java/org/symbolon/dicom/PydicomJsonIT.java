package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The DICOM JSON of every shared file that both read equals pydicom's, value by value, and dcm2json's where that makes
 * JSON at all. The comparison is Python, beside the test; it holds the list of differences that are accepted, each with who
 * is right.
 */
class PydicomJsonIT {
    private static final List<String> PYTHON = List.of("/usr/bin/python3");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyValueAgrees() throws IOException {
        Programs.assumeRuns("pydicom", List.of(PYTHON.get(0), "-c", "import pydicom"));
        Programs.assumeRuns("dcm2json", List.of("dcm2json", "--version"));
        Programs.Result result = compare("compare_json.py", "json");
        assertThat(result.output()).startsWith("ok\n");
        List<String> counts = result.output().lines().skip(1).toList();
        assertThat(Integer.parseInt(counts.get(0))).as("compared with pydicom").isGreaterThanOrEqualTo(185);
        assertThat(Integer.parseInt(counts.get(1))).as("compared with dcm2json").isGreaterThanOrEqualTo(110);
    }

    @Test
    void nativeXmlAgreesWithDcm2xml() throws IOException {
        Programs.assumeRuns("dcm2xml", List.of("dcm2xml", "--version"));
        Programs.Result result = compare("compare_xml.py", "xml");
        assertThat(result.output()).startsWith("ok\n");
        List<String> counts = result.output().lines().skip(1).toList();
        assertThat(Integer.parseInt(counts.get(0))).as("compared with dcm2xml").isGreaterThanOrEqualTo(165);
    }

    private Programs.Result compare(String script, String kind) throws IOException {
        List<Path> files = SharedData.files("dicom");
        for (int i = 0; i < files.size(); i++) {
            write(files.get(i), folder.resolve(i + "." + kind), kind);
        }
        Path list = Files.write(
                folder.resolve("files"), files.stream().map(Path::toString).toList());
        Path program = folder.resolve(script);
        try (BufferedReader source = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PydicomJsonIT.class.getResourceAsStream(script)), StandardCharsets.UTF_8))) {
            Files.write(program, source.lines().toList());
        }
        return Programs.run(folder, List.of(PYTHON.get(0), program.toString(), list.toString(), folder.toString()));
    }

    /** What we refuse has no text beside it. */
    private static void write(Path file, Path text, String kind) throws IOException {
        ReaderOptions limits = ReaderOptions.defaults().withLeniency(Leniency.SALVAGE);
        try (OutputStream out = Files.newOutputStream(text)) {
            DicomFile dicom = DicomFile.open(file, limits);
            if (kind.equals("json")) {
                DicomJsonWriter.write(dicom, limits, out, JsonOptions.defaults());
            } else {
                NativeXmlWriter.write(dicom, limits, out, XmlOptions.defaults());
            }
        } catch (DicomFormatException e) {
            Files.delete(text);
        }
    }
}
