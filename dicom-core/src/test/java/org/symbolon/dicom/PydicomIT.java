package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decodes the same text as pydicom, of every file that both read. */
class PydicomIT {
    private static final List<String> PYTHON = List.of("/usr/bin/python3");

    private static final String SCRIPT = """
            import sys, warnings, pydicom
            warnings.simplefilter("ignore")
            TEXT = {"PN", "LO", "SH", "LT", "ST", "UT", "UC"}
            out = sys.stdout
            for number, path in enumerate(open(sys.argv[1], encoding="utf-8").read().splitlines()):
                try:
                    dataset = pydicom.dcmread(path, force=True, stop_before_pixels=True)
                    dataset.decode()
                    lines = []
                    for element in dataset:
                        if element.VR in TEXT and element.VM == 1 and not element.tag.is_private:
                            text = str(element.value).strip(" \\0")
                            lines.append(f"{number} {element.tag.group:04x}{element.tag.element:04x} {text.encode('utf-8', 'surrogateescape').hex()}")
                    out.write("".join(line + "\\n" for line in lines))
                except Exception:
                    pass
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void decodesTextLikePydicom() throws IOException {
        Programs.assumeRuns("pydicom", List.of(PYTHON.get(0), "-c", "import pydicom"));
        List<Path> files = SharedData.files("dicom");
        Path list = folder.resolve("files");
        Files.writeString(
                list, String.join("\n", files.stream().map(Path::toString).toList()));
        Path script = Files.writeString(folder.resolve("texts.py"), SCRIPT);
        Programs.Result result = Programs.run(folder, List.of(PYTHON.get(0), script.toString(), list.toString()));
        assertThat(result.exitCode()).isZero();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        DataSet dataSet = new DataSet();
        int open = -1;
        for (String line : result.output().split("\n")) {
            String[] columns = line.split(" ", -1);
            int number = Integer.parseInt(columns[0]);
            if (number != open) {
                dataSet = read(files.get(number));
                open = number;
            }
            String theirs = new String(HexFormat.of().parseHex(columns[2]), StandardCharsets.UTF_8);
            int tag = Tag.parse(columns[1]);
            String ours = String.join("\\", dataSet.strings(tag));
            if (!dataSet.isEmpty() && !comparable(ours).equals(comparable(theirs))) {
                differences.add(files.get(number).getFileName() + " " + Tag.format(tag));
            }
            compared++;
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(1_000);
    }

    /** pydicom leaves out empty component groups at the end of a name. */
    private static String comparable(String text) {
        return text.replaceAll("=+$", "").strip();
    }

    /** Empty if we refuse the file: what we must read is said elsewhere. */
    private static DataSet read(Path path) throws IOException {
        try (DataSetReader reader =
                DicomFile.open(path).reader(ReaderOptions.defaults().withStopBefore(Tags.PixelData))) {
            return DataSet.read(reader);
        } catch (DicomFormatException e) {
            return new DataSet();
        }
    }
}
