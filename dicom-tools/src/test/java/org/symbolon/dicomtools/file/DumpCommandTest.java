package org.symbolon.dicomtools.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomtools.DicomCommand;
import picocli.CommandLine;

class DumpCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void showsEachElementWithItsNameAndValue() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        Run run = Run.of("dump", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .contains("# " + file + ": Explicit VR Little Endian")
                .contains(
                        "(0002,0010) UI     20 TransferSyntaxUID             1.2.840.10008.1.2.1 (Explicit VR Little Endian)")
                .contains("(0008,0008) CS     16 ImageType                     \"ORIGINAL\\PRIMARY\"")
                .contains("(0010,0010) PN     14 PatientName                   \"Müller^Jörg\"")
                .contains("(0028,0010) US      2 Rows                          8")
                .contains("(0008,2218) SQ     38 AnatomicRegionSequence")
                .contains("  item 1, 30 bytes", "    (0008,0104) LO      6 CodeMeaning                   \"Chest\"")
                .contains("(0029,0010) LO     18 PrivateCreator                \"SIEMENS CSA HEADER\"")
                .contains("(0029,1008) UN      4 [SIEMENS CSA HEADER] CSAImageHeaderType 01 02 03 ff");
    }

    @Test
    void controlCharactersOfValuesDoNotReachTheTerminal() throws IOException {
        Run run = Run.of("dump", Samples.write(folder.resolve("a.dcm"), Samples.image()));

        assertThat(run.out()).contains("\"two\\nlines \\u001B[31m\"").doesNotContain("\u001b");
    }

    @Test
    void cutsValuesToTheWidthUnlessAskedForAll() throws IOException {
        String text = "x".repeat(500);
        DataSet dataSet = Samples.image().put(Tags.ImageComments, Vr.LT, text);
        Path file = Samples.write(folder.resolve("a.dcm"), dataSet);

        assertThat(Run.of("dump", file).out()).contains('"' + "x".repeat(80) + "\"...");
        assertThat(Run.of("dump", "--width", "5", file).out()).contains("\"xxxxx\"...");
        assertThat(Run.of("dump", "--full", file).out()).contains('"' + text + '"');
        assertThat(Run.of("dump", "--width", "0", file).exitCode()).isEqualTo(2);
    }

    @Test
    void offsetsAreThoseOfTheFile() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        Run run = Run.of("dump", "--offsets", "--tag", "PatientName", file);

        String line = run.lines().get(1).strip();
        int offset = Integer.parseInt(line.substring(0, line.indexOf(' ')));
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new byte[] {bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]})
                .containsExactly(0x10, 0, 0x10, 0);
    }

    @Test
    void showsOnlyTheElementsAskedForWithWhatIsInThem() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        Run byTag = Run.of("dump", "--tag", "0008,2218", "-t", "Rows", file);

        assertThat(byTag.lines()).hasSize(6).last().asString().contains("Rows");
        assertThat(Run.of("dump", "--tag", "CodeMeaning", file).lines()).hasSize(2);
        assertThat(Run.of("dump", "--tag", "NoSuchKeyword", file).exitCode()).isEqualTo(2);
    }

    @Test
    void numbersAreReadInTheByteOrderOfTheFile() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image(), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

        assertThat(Run.of("dump", "--tag", "Columns", file).out()).contains("Columns                       16");
    }

    @Test
    void fragmentsAreListed() throws IOException {
        DataSet dataSet = Samples.image()
                .putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[] {1, 2}, new byte[] {3, 4}));
        Path file = Samples.write(folder.resolve("a.dcm"), dataSet, TransferSyntax.RLE_LOSSLESS);

        assertThat(Run.of("dump", "--tag", "PixelData", file).lines())
                .contains("  offset table, 0 bytes", "  fragment 1, 2 bytes: 01 02", "  fragment 2, 2 bytes: 03 04");
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        Path truncated = Samples.writeTruncated(folder.resolve("in/a.dcm"));
        Path text = Files.writeString(folder.resolve("in/b.txt"), "no DICOM at all, but a text that is long enough");
        Path good = Samples.write(folder.resolve("in/c/c.dcm"), Samples.image());

        Run run = Run.of("dump", folder.resolve("in"), folder.resolve("missing"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("# " + good).contains("# " + truncated);
        assertThat(run.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(truncated + ": TRUNCATED: ") && line.contains("(7FE0,0010), offset "))
                .anyMatch(line -> line.startsWith(text + ": NOT_DICOM: "))
                .anyMatch(line -> line.startsWith(folder.resolve("missing") + ": NOT_FOUND: "));
        assertThat(run.err()).doesNotContain("Müller", "4711");
    }

    @Test
    void endsQuietlyWhenNobodyReads() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());
        Writer closed = new FilterWriter(new StringWriter()) {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        StringWriter err = new StringWriter();
        CommandLine command = DicomCommand.commandLine();
        command.setOut(new PrintWriter(closed));
        command.setErr(new PrintWriter(err));

        int exitCode = command.execute("dump", file.toString(), file.toString());

        assertThat(exitCode).isEqualTo(141);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyReadableFileOfTheTestDataIsDumped() {
        Run run = Run.of("dump", Samples.shared("dicom"));

        assertThat(run.lines().size()).isGreaterThan(10_000);
        assertThat(run.err()).doesNotContain("INTERNAL");
    }
}
