package org.symbolon.dicomtools.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

class ModelCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void eachFileBecomesOneOfItsName() throws IOException {
        Samples.write(folder.resolve("in/x/a.dcm"), Samples.image());
        Samples.write(folder.resolve("in/b"), Samples.image());

        Run run = Run.of("json", "--json", folder.resolve("in"), "--out", folder.resolve("out"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(files(folder.resolve("out")))
                .containsExactly(folder.resolve("out/b.json"), folder.resolve("out/x/a.dcm.json"));
        JsonNode json = new ObjectMapper().readTree(folder.resolve("out/b.json").toFile());
        assertThat(json.at("/00100010/Value/0/Alphabetic").asText()).isEqualTo("Müller^Jörg");
        assertThat(json.at("/00280010/Value/0").asInt()).isEqualTo(8);
        assertThat(json.at("/7FE00010/InlineBinary").asText()).hasSize(344);
        assertThat(json.has("00020010")).isFalse();
        assertThat(new ObjectMapper().readTree(run.lastLine()).get("done").asInt())
                .isEqualTo(2);
    }

    @Test
    void withoutAFolderOneLineEachGoesToTheOutput() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        Run run = Run.of("json", "--meta", file, file);

        assertThat(run.lines()).hasSize(2);
        JsonNode json = new ObjectMapper().readTree(run.lines().get(1));
        assertThat(json.at("/00020010/Value/0").asText()).isEqualTo("1.2.840.10008.1.2.1");
        assertThat(json.at("/00100010/Value/0/Alphabetic").asText()).isEqualTo("Müller^Jörg");
    }

    @Test
    void largeValuesMayBeElsewhereOrLeftOut() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        JsonNode uri = new ObjectMapper()
                .readTree(Run.of("json", "--bulk-data", "uri", "--bulk-above", "100", file)
                        .out());
        String reference = uri.at("/7FE00010/BulkDataURI").asText();
        assertThat(reference).startsWith("file:///").endsWith("&length=256#7FE00010");
        int offset = Integer.parseInt(reference.replaceAll(".*offset=(\\d+)&.*", "$1"));
        assertThat(offset).isEqualTo(Files.size(file) - 256);
        assertThat(Run.of("json", "--bulk-data", "omit", "--bulk-above", "100", file)
                        .out())
                .doesNotContain("7FE00010");
        assertThat(Run.of("json", "--bulk-data", "no", file).exitCode()).isEqualTo(2);
    }

    @Test
    void xmlIsTheNativeModel() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        assertThat(Run.of("xml", "--pretty", file).out())
                .contains("<NativeDicomModel", "keyword=\"PatientName\"", "<FamilyName>Müller</FamilyName>");
        assertThat(Run.of("xml", file, "--out", folder.resolve("out")).exitCode())
                .isZero();
        assertThat(folder.resolve("out/a.dcm.xml")).isNotEmptyFile();
    }

    @Test
    void aDamagedFileIsWrittenAsFarAsItGoesAndNamed() throws IOException {
        Path file = Samples.writeTruncated(folder.resolve("a.dcm"));

        Run run = Run.of("json", file, "--out", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(file + ": TRUNCATED: ");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("a.dcm.json").toFile());
        assertThat(json.at("/00280010/Value/0").asInt()).isEqualTo(8);
    }

    @Test
    void copyTakesBothBack() throws IOException {
        DataSet encapsulated =
                Samples.image().putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[] {1, 2, 3, 4}));
        Samples.write(folder.resolve("in/a.dcm"), Samples.image());
        Samples.write(folder.resolve("in/b.dcm"), encapsulated, TransferSyntax.RLE_LOSSLESS);
        for (String model : List.of("json", "xml")) {
            Path text = folder.resolve(model);
            Path back = folder.resolve("back-" + model);
            assertThat(Run.of(model, "--meta", folder.resolve("in"), "--out", text)
                            .exitCode())
                    .isZero();

            Run run = Run.of("copy", text, back);

            assertThat(run.exitCode()).as(run.err()).isZero();
            DicomFile a = DicomFile.open(back.resolve("a.dcm." + model));
            assertThat(a.dataSet(ReaderOptions.defaults()).bytes(Tags.PixelData))
                    .isEqualTo(Samples.image().bytes(Tags.PixelData));
            assertThat(a.dataSet(ReaderOptions.defaults()).string(Tags.PatientName))
                    .isEqualTo("Müller^Jörg");
            DicomFile b = DicomFile.open(back.resolve("b.dcm." + model));
            assertThat(b.transferSyntax()).isEqualTo(TransferSyntax.RLE_LOSSLESS);
            assertThat(b.dataSet(ReaderOptions.defaults()).element(Tags.PixelData))
                    .isInstanceOf(Element.Fragments.class);
        }
    }

    @Test
    void encapsulatedPixelDataComesBackOnlyWithItsTransferSyntax() throws IOException {
        DataSet encapsulated =
                Samples.image().putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[] {1, 2, 3, 4}));
        Path file = Samples.write(folder.resolve("b.dcm"), encapsulated, TransferSyntax.RLE_LOSSLESS);
        assertThat(Run.of("json", file, "--out", folder).exitCode()).isZero();

        Run run = Run.of("copy", folder.resolve("b.dcm.json"), folder.resolve("c.dcm"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("UNKNOWN_TRANSFER_SYNTAX").contains("--meta");
        assertThat(folder.resolve("c.dcm")).doesNotExist();
    }

    @Test
    void whatIsNoModelIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"00100010\": 7}");

        Run run = Run.of("copy", file, folder.resolve("a.dcm"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(file + ": CORRUPT: ");
        assertThat(files(folder)).containsExactly(file);
    }

    @Test
    void theTestDataBecomesJsonAndComesBack() {
        Path out = folder.resolve("json");

        Run there = Run.of("json", "--meta", Samples.shared("dicom"), "--out", out);
        Run back = Run.of("copy", "--json", out, folder.resolve("back"));

        assertThat(there.err()).doesNotContain("INTERNAL");
        assertThat(back.err()).doesNotContain("INTERNAL");
        assertThat(back.lastLine()).matches(".*\"done\":(1[89]\\d|[2-9]\\d\\d).*");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
