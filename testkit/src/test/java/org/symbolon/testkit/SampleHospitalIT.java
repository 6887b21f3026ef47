package org.symbolon.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.TransferSyntax;

/** What DCMTK and pydicom, where they are installed, make of the sample. */
class SampleHospitalIT {
    private static final int TIMEOUT_MINUTES = 5;
    private static final int FILES_A_CALL = 100;
    /** What dcmdump says of a private sequence of undefined length that it reads as PS3.5 6.2.2 asks. */
    private static final String PRIVATE_SEQUENCE_IN_IMPLICIT_VR = "CP-246";

    private static final String READ_ALL = """
            import sys, warnings
            import pydicom
            warnings.simplefilter('ignore')
            for path in sys.stdin.read().splitlines():
                dataset = pydicom.dcmread(path)
                str(dataset)
                if 'PixelData' in dataset and not dataset.file_meta.TransferSyntaxUID.endswith('.4.50'):
                    pixels = dataset.pixel_array
                    assert pixels.max() > 100, 'a black picture'
                    assert pixels.max() < 4096
            print('read all')
            """;

    @TempDir
    private static Path folder;

    private static SampleManifest manifest =
            new SampleManifest(Path.of(""), SampleOptions.defaults(), List.of(), List.of(), List.of());

    @BeforeAll
    static void write() throws IOException {
        manifest = SampleHospital.write(folder.resolve("sample"), SampleOptions.defaults(), SampleProgress.NONE);
    }

    @Test
    void dcmtkReadsEveryFileWithoutComplaint() throws IOException, InterruptedException {
        assumeInstalled("dcmdump");
        List<String> paths = paths();
        for (int from = 0; from < paths.size(); from += FILES_A_CALL) {
            List<String> command = new ArrayList<>(List.of("dcmdump", "--search", "SOPInstanceUID"));
            command.addAll(paths.subList(from, Math.min(paths.size(), from + FILES_A_CALL)));
            String printed = run(command, "");
            assertThat(printed.lines()
                            .filter(line -> line.startsWith("E: ") || line.startsWith("W: "))
                            .filter(line -> !line.contains(PRIVATE_SEQUENCE_IN_IMPLICIT_VR)))
                    .isEmpty();
        }
    }

    @Test
    void dcmtkDecodesEveryJpegFile() throws IOException, InterruptedException {
        assumeInstalled("dcmdjpeg");
        List<SampleFile> files = of(TransferSyntax.JPEG_BASELINE);
        assertThat(files).isNotEmpty();
        for (SampleFile file : files) {
            Path plain = folder.resolve("plain.dcm");
            run(List.of("dcmdjpeg", file.path().toString(), plain.toString()), "");
            assertThat(plain).isNotEmptyFile();
        }
    }

    @Test
    void dcmtkDecodesEveryRleFile() throws IOException, InterruptedException {
        assumeInstalled("dcmdrle");
        for (SampleFile file : of(TransferSyntax.RLE_LOSSLESS)) {
            Path plain = folder.resolve("plain.dcm");
            run(List.of("dcmdrle", file.path().toString(), plain.toString()), "");
            assertThat(plain).isNotEmptyFile();
        }
    }

    @Test
    void dcmtkReadsEveryReport() throws IOException, InterruptedException {
        assumeInstalled("dsrdump");
        for (SampleFile file : manifest.files()) {
            if (file.modality().equals("SR")) {
                assertThat(run(List.of("dsrdump", file.path().toString()), "")).contains("Findings");
            }
        }
    }

    @Test
    void pydicomDecodesEveryPicture() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "Debian's Python is not installed");
        Process probe = new ProcessBuilder(python.toString(), "-c", "import pydicom, numpy").start();
        assumeTrue(probe.waitFor() == 0, "pydicom and numpy are not installed");
        Path script = Files.writeString(folder.resolve("read_all.py"), READ_ALL);
        assertThat(run(List.of(python.toString(), script.toString()), String.join("\n", paths())))
                .contains("read all");
    }

    private static List<String> paths() {
        return manifest.files().stream().map(file -> file.path().toString()).toList();
    }

    private static List<SampleFile> of(TransferSyntax syntax) {
        return manifest.files().stream()
                .filter(file -> file.transferSyntaxUid().equals(syntax.uid()))
                .toList();
    }

    private static void assumeInstalled(String command) {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", command)), command + " (Debian package dcmtk) is not installed");
    }

    /** Output and errors of a command that must succeed. */
    private static String run(List<String> command, String input) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(output, StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
