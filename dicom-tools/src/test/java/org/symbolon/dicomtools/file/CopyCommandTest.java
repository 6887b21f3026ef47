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
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicomtools.file.copy.SyntaxName;

class CopyCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aFileBecomesThatFile() throws IOException {
        Path in = Samples.write(folder.resolve("a.dcm"), Samples.image());
        Path out = folder.resolve("deep/er/b.dcm");

        assertThat(Run.of("copy", in, out).exitCode()).isZero();

        assertThat(Files.mismatch(in, out)).isEqualTo(-1);
        assertThat(files(folder.resolve("deep"))).containsExactly(out);
    }

    @Test
    void aFileGoesIntoAFolderThatIsThere() throws IOException {
        Path in = Samples.write(folder.resolve("a.dcm"), Samples.image());
        Path out = Files.createDirectory(folder.resolve("out"));

        assertThat(Run.of("copy", in, out).exitCode()).isZero();

        assertThat(Files.mismatch(in, out.resolve("a.dcm"))).isEqualTo(-1);
    }

    @Test
    void aFolderKeepsItsSubFoldersAndABadFileStaysBehind() throws Exception {
        Path in = folder.resolve("in");
        Path good = Samples.write(in.resolve("x/a.dcm"), Samples.image());
        Samples.write(in.resolve("y/a.dcm"), Samples.image());
        Path bad = Samples.writeTruncated(in.resolve("bad.dcm"));
        Path out = folder.resolve("out");

        Run run = Run.of("copy", "--json", in, out);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(files(out)).containsExactly(out.resolve("x/a.dcm"), out.resolve("y/a.dcm"));
        assertThat(Files.mismatch(good, out.resolve("x/a.dcm"))).isEqualTo(-1);
        JsonNode summary = new ObjectMapper().readTree(run.lastLine());
        assertThat(summary.get("found").asInt()).isEqualTo(3);
        assertThat(summary.get("done").asInt()).isEqualTo(2);
        JsonNode failed = summary.get("failed").get(0);
        assertThat(failed.get("file").asText()).isEqualTo(bad.toString());
        assertThat(failed.get("code").asText()).isEqualTo("TRUNCATED");
        assertThat(failed.get("tag").asText()).isEqualTo("(7FE0,0010)");
        assertThat(failed.get("offset").asLong()).isPositive();
    }

    @Test
    void filesOfTheSameNameGetNumbers() throws IOException {
        Path one = Samples.write(folder.resolve("1/a.dcm"), Samples.image());
        Path two = Samples.write(folder.resolve("2/a.dcm"), Samples.image());
        Path out = folder.resolve("out");

        assertThat(Run.of("copy", one, two, out).exitCode()).isZero();

        assertThat(files(out)).containsExactly(out.resolve("a.dcm"), out.resolve("a.dcm.2"));
    }

    @Test
    void otherFilesMayBePassedOver() throws IOException {
        Path in = folder.resolve("in");
        Samples.write(in.resolve("a.dcm"), Samples.image());
        Files.writeString(in.resolve("readme"), "no DICOM at all, but a text that is long enough");
        Files.writeString(in.resolve("empty"), "");

        assertThat(Run.of("copy", in, folder.resolve("out1")).exitCode()).isEqualTo(1);
        Run run = Run.of("copy", "--skip-other", in, folder.resolve("out2"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.lastLine()).startsWith("3 found, 1 copied, 0 failed, 2 passed over");
    }

    @Test
    void anExistingFileIsReplacedOnlyByACompleteOne() throws IOException {
        Path bad = Samples.writeTruncated(folder.resolve("bad.dcm"));
        Path out = Files.writeString(folder.resolve("out.dcm"), "as it was");

        assertThat(Run.of("copy", bad, out).exitCode()).isEqualTo(1);
        assertThat(out).hasContent("as it was");

        Path good = Samples.write(folder.resolve("good.dcm"), Samples.image());
        assertThat(Run.of("copy", good, out).exitCode()).isZero();
        assertThat(Files.mismatch(good, out)).isEqualTo(-1);
        assertThat(files(folder)).containsExactly(bad, good, out);
    }

    @Test
    void aFileIsNotCopiedToItself() throws IOException {
        Path in = Samples.write(folder.resolve("a.dcm"), Samples.image());

        Run run = Run.of("copy", in, folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("to itself");
    }

    @Test
    void severalFilesDoNotGoIntoOne() throws IOException {
        Path in = Samples.write(folder.resolve("a.dcm"), Samples.image());
        Path out = Files.writeString(folder.resolve("out.dcm"), "");

        assertThat(Run.of("copy", in, in, out).exitCode()).isEqualTo(2);
        assertThat(Run.of("copy", "--transfer-syntax", "1.2.3", in, out).exitCode())
                .isEqualTo(2);
    }

    @Test
    void theSameTransferSyntaxIsCopied() throws IOException {
        Path in = Samples.write(folder.resolve("a.dcm"), Samples.image());
        Path out = folder.resolve("b.dcm");

        for (String name : List.of("explicit", "ExplicitVRLittleEndian", "1.2.840.10008.1.2.1")) {
            Run run = Run.of("copy", "-x", name, "--lossless-check", in, out);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(Files.mismatch(in, out)).isEqualTo(-1);
            assertThat(DicomFile.open(out).transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
    }

    @Test
    void everyLosslessTransferSyntaxKeepsThePixels() throws IOException {
        Path in = Samples.write(folder.resolve("a.dcm"), Samples.image());
        for (SyntaxName name : SyntaxName.values()) {
            Path there = folder.resolve("there.dcm");
            Path back = folder.resolve("back.dcm");

            Run run = Run.of("copy", "-x", name, "--lossless-check", in, there);

            assertThat(run.exitCode()).as(name + run.err()).isZero();
            assertThat(DicomFile.open(there).transferSyntax()).isEqualTo(SyntaxName.find(name.toString()));
            assertThat(Run.of("copy", "-x", "explicit", there, back).exitCode()).isZero();
            assertThat(DicomFile.open(back).dataSet(ReaderOptions.defaults()).bytes(Tags.PixelData))
                    .isEqualTo(Samples.image().bytes(Tags.PixelData));
        }
    }

    @Test
    void jsonGoesIntoAnyTransferSyntax() throws IOException {
        Path in = Samples.write(folder.resolve("a.dcm"), Samples.image());
        assertThat(Run.of("json", in, "--out", folder).exitCode()).isZero();
        Path out = folder.resolve("b.dcm");

        assertThat(Run.of("copy", "-x", "rle", folder.resolve("a.dcm.json"), out)
                        .exitCode())
                .isZero();

        assertThat(DicomFile.open(out).transferSyntax()).isEqualTo(TransferSyntax.RLE_LOSSLESS);
        assertThat(files(folder)).containsExactly(in, folder.resolve("a.dcm.json"), out);
    }

    @Test
    void everyReadableFileOfTheTestDataIsCopiedByteForByte() throws IOException {
        Path in = Samples.shared("dicom");
        Path out = folder.resolve("out");

        Run run = Run.of("copy", in, out);

        assertThat(run.err()).doesNotContain("INTERNAL");
        List<Path> copies = files(out);
        assertThat(copies).hasSizeGreaterThan(150);
        for (Path copy : copies) {
            assertThat(Files.mismatch(in.resolve(out.relativize(copy)), copy)).isEqualTo(-1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
