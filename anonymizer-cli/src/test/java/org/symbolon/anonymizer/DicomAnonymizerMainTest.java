package org.symbolon.anonymizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;

class DicomAnonymizerMainTest {
    private static final Path DATA =
            Path.of(System.getProperty("symbolon.repository.root", "..")).resolve("../shared/data/dicom");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<Arguments> encodings() {
        List<Arguments> all = new ArrayList<>();
        for (TransferSyntax syntax : List.of(
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
            for (SequenceLengths lengths : SequenceLengths.values()) {
                all.add(Arguments.of(syntax, lengths));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void tagFileAloneGivesTheFileBack(TransferSyntax syntax, SequenceLengths lengths) throws Exception {
        Path file = Samples.write(folder.resolve("f.dcm"), "1.2.3.4", syntax, lengths);
        byte[] original = Files.readAllBytes(file);
        Path tags = folder.resolve("f.tags");

        assertThat(run("-anonymize", file.toString(), tags.toString())).isZero();

        DataSet anonymous = read(file);
        assertThat(anonymous.contains(Tags.PatientName)).isFalse();
        assertThat(anonymous.contains(Tags.RequestAttributesSequence)).isFalse();
        DataSet nested = anonymous.sequence(Tags.ProcedureCodeSequence).get(0);
        assertThat(nested.contains(Tags.PatientName)).isFalse();
        assertThat(nested.string(Tags.CodeMeaning)).isEqualTo("stays");
        assertThat(anonymous.contains(Tags.PatientIdentityRemoved)).isFalse();
        assertThat(Files.readString(tags))
                .contains("PatientName(0010,0010)=PN:M\u00FCster^Max\n")
                .contains("PatientID(0010,0020)=LO:PID 4711\n")
                .contains("PatientName(0010,0010)=PN:Deep^Dora\n")
                .contains("PatientComments(0010,4000)=LT:dHdvIGxpbmVz")
                .contains("RequestAttributesSequence(0040,0275)=SQ:");

        assertThat(run("-personalize", file.toString(), tags.toString())).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(original);
    }

    @Test
    void sameCallAgainChangesNothing() throws Exception {
        Path file = sample("f.dcm", "1.2.3.4");
        byte[] original = Files.readAllBytes(file);
        Path tags = folder.resolve("f.tags");

        assertThat(run("-anonymize", file.toString(), tags.toString())).isZero();
        byte[] anonymous = Files.readAllBytes(file);
        String text = Files.readString(tags);
        assertThat(run("-anonymize", file.toString(), tags.toString())).isZero();

        assertThat(Files.readAllBytes(file)).isEqualTo(anonymous);
        assertThat(Files.readString(tags)).isEqualTo(text);
        assertThat(run("-personalize", file.toString(), tags.toString())).isZero();
        assertThat(run("-personalize", file.toString(), tags.toString())).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(original);
    }

    @Test
    void neverOverwritesTheTagsOfAnotherFile() throws Exception {
        Path first = sample("1.dcm", "1.2.3.4");
        Path second = sample("2.dcm", "1.2.3.5");
        Path tags = folder.resolve("f.tags");
        byte[] untouched = Files.readAllBytes(second);
        run("-anonymize", first.toString(), tags.toString());
        String text = Files.readString(tags);

        assertThat(run("-anonymize", second.toString(), tags.toString())).isEqualTo(2);
        assertThat(run("-personalize", second.toString(), tags.toString())).isEqualTo(65);

        assertThat(Files.readString(tags)).isEqualTo(text);
        assertThat(Files.readAllBytes(second)).isEqualTo(untouched);
    }

    @Test
    void editedTagFileIsRefusedAndTheFileStays() throws Exception {
        Path file = sample("f.dcm", "1.2.3.4");
        Path tags = folder.resolve("f.tags");
        run("-anonymize", file.toString(), tags.toString());
        byte[] anonymous = Files.readAllBytes(file);
        String text = Files.readString(tags);
        for (String changed : List.of(
                text.replace("PID 4711", "PID 4712"),
                text.replace("#element at=", "#element at=1"),
                text.replaceFirst("#element.*\n", ""),
                text.replaceFirst("PatientID.*\n", ""),
                text.substring(0, text.length() / 2),
                "nonsense")) {
            Files.writeString(tags, changed);

            assertThat(run("-personalize", file.toString(), tags.toString())).isEqualTo(65);
            assertThat(Files.readAllBytes(file)).isEqualTo(anonymous);
        }
    }

    @Test
    void foldersGoThereAndBack() throws Exception {
        Path work = folder.resolve("work");
        Samples.write(
                work.resolve("a/one.dcm"),
                "1.2.3.4",
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);
        Samples.write(
                work.resolve("a/one.ima"),
                "1.2.3.5",
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);
        Samples.write(
                work.resolve("IM0001"), "1.2.3.6", TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.UNDEFINED);
        byte[] one = Files.readAllBytes(work.resolve("a/one.dcm"));
        byte[] ima = Files.readAllBytes(work.resolve("a/one.ima"));

        assertThat(run("-anonymize_dir", work.toString())).isZero();
        assertThat(out.toString()).contains("3 found, 3 anonymised, 0 rejected");
        assertThat(names(work)).contains("a/one.txt", "a/one.ima.txt", "IM0001.txt");
        assertThat(run("-anonymize_dir", work.toString())).isZero();
        assertThat(out.toString()).contains("3 found, 0 anonymised, 0 rejected");
        assertThat(run("-personalize_dir", work.toString())).isZero();

        assertThat(Files.readAllBytes(work.resolve("a/one.dcm"))).isEqualTo(one);
        assertThat(Files.readAllBytes(work.resolve("a/one.ima"))).isEqualTo(ima);
    }

    @Test
    void foldersNameWhatTheyReject() throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(
                work.resolve("notes.pdf"), "this is no DICOM file, but long enough to look like anything at all");
        Samples.write(
                work.resolve("one.dcm"), "1.2.3.4", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.DEFINED);

        assertThat(run("-anonymize_dir", work.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("rejected NOT_DICOM").contains("notes.pdf");
        assertThat(out.toString()).contains("2 found, 1 anonymised, 1 rejected");
    }

    @Test
    void configurationSaysWhatGoes() throws Exception {
        Path file = sample("f.dcm", "1.2.3.4");
        Path config = folder.resolve("my.properties");
        Files.writeString(config, "Modality(0008,0060)=1\nPatientsName(0010,0010)=0\n");

        run(
                "-config",
                config.toString(),
                "-anonymize",
                file.toString(),
                folder.resolve("t").toString());

        assertThat(read(file).contains(Tags.Modality)).isFalse();
        assertThat(read(file).string(Tags.PatientName)).isNotEmpty();
    }

    @Test
    void permissionsStay() throws Exception {
        Path file = sample("f.dcm", "1.2.3.4");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        run("-anonymize", file.toString(), folder.resolve("t").toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void helpAndWrongUse() throws Exception {
        assertThat(run("-help")).isZero();
        assertThat(out.toString()).contains("-anonymize <dicom_file> <anonymized_tag_file>");
        assertThat(run()).isEqualTo(2);
        assertThat(run("-anonymize", "onlyone")).isEqualTo(2);
        assertThat(run("-what")).isEqualTo(2);
        assertThat(run("-anonymize_dir", "a", "b")).isEqualTo(2);
        assertThat(run("-anonymize_dir", folder.resolve("absent").toString())).isEqualTo(66);
    }

    @Test
    void everyFileOfTheSharedDataGoesThereAndBack() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared test data is not beside the repository");
        Path file = folder.resolve("f.dcm");
        Path tags = folder.resolve("f.txt");
        int done = 0;
        for (Path original : sharedFiles()) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(tags);
            Files.write(file, Files.readAllBytes(original));
            if (run("-anonymize", file.toString(), tags.toString()) == 0) {
                assertThat(run("-personalize", file.toString(), tags.toString()))
                        .as(original.toString())
                        .isZero();
                done++;
            }
            assertThat(Files.mismatch(original, file)).as(original.toString()).isEqualTo(-1);
        }
        assertThat(done).isGreaterThan(160);
    }

    private static List<Path> sharedFiles() throws IOException {
        try (Stream<Path> walk = Files.walk(DATA)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> names(Path work) throws IOException {
        try (Stream<Path> walk = Files.walk(work)) {
            return walk.map(path -> work.relativize(path).toString()).toList();
        }
    }

    private Path sample(String name, String instance) throws IOException {
        return Samples.write(
                folder.resolve(name), instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.UNDEFINED);
    }

    private static DataSet read(Path file) throws IOException {
        try (DataSetReader reader = DicomFile.open(file).reader(ReaderOptions.defaults())) {
            return DataSet.read(reader);
        }
    }

    private int run(String... arguments) throws Exception {
        return DicomAnonymizerMain.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
