package org.symbolon.anonymizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.model.ErrorCode;

class AnonymizeRunTest {
    private static final String MESSAGE = "MSH|^~\\&|LAB|KSM|RIS|KSM|20260312101533||ORU^R01|4711|P|2.5\r"
            + "PID|1||PID4711^^^KSM^MR||Kowalska^Anna||19610317|F\rOBX|1|NM|718-7^Hemoglobin^LN||13.1|g/dL\r";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRun run;

    @BeforeEach
    void makeKeystore() throws IOException {
        run = new CommandLineRun(folder);
        write("in/one.dcm", "1.2.3.4");
        write("in/two.dcm", "1.2.3.5");
    }

    @Test
    void recordsGoTheSameWayAndComeBack() throws Exception {
        Path record = Files.writeString(folder.resolve("in/Kowalska.txt"), MESSAGE);

        assertThat(run.anonymize(folder.resolve("in"), "--out", run.path("anonymous")))
                .as(run.errors())
                .isZero();

        List<Path> records = CommandLineRun.files(folder.resolve("anonymous/records"));
        assertThat(records).hasSize(1);
        assertThat(records.get(0).getFileName().toString()).matches("[0-9a-f]{64}\\.hl7");
        assertThat(Files.readString(records.get(0))).contains("718-7").doesNotContain("Kowalska", "PID4711");
        assertThat(rules()).anyMatch(line -> line.get("rule").asText().equals("kind patient-name"));
        Files.move(records.get(0), folder.resolve("anonymous/renamed"));

        assertThat(run.personalize(folder.resolve("anonymous")))
                .as(run.errors())
                .isZero();
        List<Path> back = CommandLineRun.files(folder.resolve("back/records"));
        assertThat(back).hasSize(1);
        assertThat(Files.mismatch(back.get(0), record)).isEqualTo(-1);
    }

    @Test
    void whatTheRunWritesIsNotReadByTheNext() throws Exception {
        Path in = folder.resolve("in");
        String out = in.resolve("anonymous").toString();

        for (int round = 0; round < 2; round++) {
            assertThat(run.anonymize(in, "--out", out)).as(run.errors()).isZero();
            assertThat(run.lastLine().get("found").asInt()).isEqualTo(2);
        }

        assertThat(run.anonymize(in, "--out", in.toString())).isEqualTo(ErrorCode.USAGE.exitCode());
        assertThat(run.errors()).contains("is read and written to");
    }

    /** Where the study's UID stands behind tags that are greater, the key of the file is found all the same. */
    @Test
    void aFileWhoseElementsAreOutOfOrderComesBack() throws Exception {
        Path file = folder.resolve("disorder/one.dcm");
        Files.createDirectories(folder.resolve("disorder"));
        DataSet late = new DataSet();
        late.putString(Tags.SOPInstanceUID, "1.2.3.77");
        late.putString(Tags.StudyInstanceUID, "1.2.3.78");
        late.putString(Tags.SeriesInstanceUID, "1.2.3.79");
        DataSet early = new DataSet();
        early.putString(Tags.SOPClassUID, Uids.CTImageStorage);
        early.putString(Tags.PatientID, "PID 4711");
        early.putString(Tags.PerformedProcedureStepStartDate, "20260312");
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Part10Writer.fileMeta(Uids.CTImageStorage, "1.2.3.77", syntax, null));
            out.write(DataSetWriter.toBytes(early, syntax));
            out.write(DataSetWriter.toBytes(late, syntax));
        }

        assertThat(run.anonymize(folder.resolve("disorder"), "--out", run.path("anonymous")))
                .as(run.errors())
                .isZero();
        assertThat(run.personalize(folder.resolve("anonymous")))
                .as(run.errors())
                .isZero();

        List<Path> back = CommandLineRun.files(folder.resolve("back"));
        assertThat(back).hasSize(1);
        assertThat(Files.mismatch(back.get(0), file)).isEqualTo(-1);
    }

    @Test
    void theSummaryTellsWhatWasDoneByWhichRule() throws Exception {
        run.anonymize(folder.resolve("in"), "--out", run.path("anonymous"));

        assertThat(rules())
                .anyMatch(line -> line.get("action").asText().equals("patient-pseudonym")
                        && line.get("count").asLong() >= 2);
    }

    @Test
    void whatIsDoneIsNotDoneAgainUntilItChangesOrGoes() throws Exception {
        Path in = folder.resolve("in");
        run.anonymize(in, "--out", run.path("anonymous"));
        List<Path> first = CommandLineRun.files(folder.resolve("anonymous"));
        FileTime longAgo = FileTime.fromMillis(0);
        for (Path file : first) {
            Files.setLastModifiedTime(file, longAgo);
        }

        assertThat(run.anonymize(in, "--out", run.path("anonymous"))).isZero();
        assertThat(run.lastLine().get("doneBefore").asInt()).isEqualTo(2);
        assertThat(run.lastLine().get("written").asInt()).isZero();
        assertThat(Files.getLastModifiedTime(first.get(0))).isEqualTo(longAgo);

        Files.delete(first.get(0));
        write("in/two.dcm", "1.2.3.6");
        run.anonymize(in, "--out", run.path("anonymous"));
        assertThat(run.lastLine().get("written").asInt()).isBetween(1, 2);
        assertThat(CommandLineRun.files(folder.resolve("anonymous"))).hasSizeBetween(2, 3);

        run.anonymize(in, "--out", run.path("anonymous"), "--project", "other");
        assertThat(run.lastLine().get("doneBefore").asInt()).isZero();
        run.anonymize(in, "--out", run.path("anonymous"), "--again");
        assertThat(run.lastLine().get("written").asInt()).isEqualTo(2);
    }

    @Test
    void aTornLineOfTheJournalCountsForNothing() throws Exception {
        Path in = folder.resolve("in");
        run.anonymize(in, "--out", run.path("anonymous"), "--threads", "1");
        Path journal = folder.resolve("identity/anonymize.journal");
        byte[] lines = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(lines, lines.length - 7));

        run.anonymize(in, "--out", run.path("anonymous"));

        assertThat(run.lastLine().get("doneBefore").asInt()).isEqualTo(1);
        assertThat(run.lastLine().get("written").asInt()).isEqualTo(1);
        assertThat(Files.readAllLines(journal)).hasSize(2);
    }

    @Test
    void aDryRunWritesNothingAndTellsEachFile() throws Exception {
        Files.writeString(folder.resolve("in/record"), MESSAGE);
        List<Path> before = CommandLineRun.files(folder);

        assertThat(run.run(
                        "anonymize",
                        run.path("in"),
                        "--dry-run",
                        "--keystore",
                        run.path("k.p12"),
                        "--password-file",
                        run.path("password"),
                        "--json"))
                .as(run.errors())
                .isZero();

        assertThat(CommandLineRun.files(folder)).isEqualTo(before);
        List<JsonNode> lines = run.lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.subList(0, 3))
                .extracting(line -> line.get("kind").asText())
                .containsExactlyInAnyOrder("DICOM", "DICOM", "HL7_V2");
        assertThat(lines.get(0).get("changes")).isNotEmpty();
        assertThat(rules()).isNotEmpty();
    }

    @Test
    void whatIsRefusedIsKeptAside() throws Exception {
        Path broken = Files.write(folder.resolve("in/broken.dcm"), new byte[200]);
        Path quarantine = folder.resolve("aside");

        assertThat(run.anonymize(
                        folder.resolve("in"), "--out", run.path("anonymous"), "--quarantine", quarantine.toString()))
                .isEqualTo(1);

        List<Path> kept = CommandLineRun.files(quarantine);
        assertThat(kept).hasSize(2);
        assertThat(Files.mismatch(kept.get(0), broken)).isEqualTo(-1);
        String code = run.lastLine().get("rejected").get(0).get("code").asText();
        assertThat(Files.readString(kept.get(1), StandardCharsets.UTF_8)).contains(code, "broken.dcm");
        assertThat(Files.getPosixFilePermissions(quarantine)).hasSize(3);
    }

    @Test
    void whatAPersonHasLookedAtPassesTheNextTime() throws Exception {
        DataSet capture = new DataSet()
                .putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                .putString(Tags.SOPInstanceUID, "1.2.3.9")
                .putString(Tags.PatientID, "PID4711")
                .putString(Tags.StudyInstanceUID, "1.2.3.1")
                .putString(Tags.SeriesInstanceUID, "1.2.3.2")
                .putString(Tags.Modality, "OT");
        Path file = folder.resolve("in/capture.dcm");
        Part10Writer.write(file, capture, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path aside = folder.resolve("aside");
        Path in = folder.resolve("in");
        assertThat(run.anonymize(in, "--out", run.path("anonymous"), "--quarantine", aside.toString()))
                .isEqualTo(1);
        String[] row = Files.readString(aside.resolve("quarantine.tsv")).strip().split("\t");
        Path list = Files.writeString(folder.resolve("reviewed"), row[4] + " nothing # looked at\n");

        assertThat(run.anonymize(in, "--out", run.path("anonymous"), "--reviewed", list.toString()))
                .as(run.errors())
                .isZero();

        assertThat(run.lastLine().get("doneBefore").asInt()).isEqualTo(2);
        assertThat(run.lastLine().get("written").asInt()).isEqualTo(1);
        assertThat(run.personalize(folder.resolve("anonymous"))).isZero();
        assertThat(Files.mismatch(folder.resolve("back/1.2.3.1/1.2.3.2/1.2.3.9.dcm"), file))
                .isEqualTo(-1);
    }

    @Test
    void withoutATargetOrWithTwoNothingHappens() {
        assertThat(run.anonymize(folder.resolve("in"))).isEqualTo(2);
        assertThat(run.anonymize(folder.resolve("in"), "--in-place", "--out", run.path("o")))
                .isEqualTo(2);
        assertThat(CommandLineRun.files(folder.resolve("identity"))).isEmpty();
    }

    @Test
    void inPlaceTheFilesStayWhereTheyAreAndAreDoneOnce() throws Exception {
        Path record = Files.writeString(folder.resolve("in/record.hl7"), MESSAGE);
        byte[] original = Files.readAllBytes(folder.resolve("in/one.dcm"));

        assertThat(run.anonymize(folder.resolve("in"), "--in-place"))
                .as(run.errors())
                .isZero();
        byte[] anonymous = Files.readAllBytes(folder.resolve("in/one.dcm"));
        assertThat(anonymous).isNotEqualTo(original);
        assertThat(Files.readString(record)).doesNotContain("Kowalska");

        assertThat(run.anonymize(folder.resolve("in"), "--in-place")).isZero();
        assertThat(run.lastLine().get("doneBefore").asInt()).isEqualTo(3);
        assertThat(Files.readAllBytes(folder.resolve("in/one.dcm"))).isEqualTo(anonymous);

        assertThat(run.personalize(folder.resolve("in"))).isZero();
        assertThat(Files.readAllBytes(folder.resolve("back/1.2.3.1/1.2.3.2/1.2.3.4.dcm")))
                .isEqualTo(original);
    }

    private JsonNode rules() throws IOException {
        return run.lastLine().get("rules");
    }

    private void write(String name, String instance) throws IOException {
        Samples.write(
                folder.resolve(name), instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.DEFINED);
    }
}
