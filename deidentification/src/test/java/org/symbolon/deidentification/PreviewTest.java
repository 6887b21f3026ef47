package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.crosswalk.PatientRecord;
import org.symbolon.deidentification.ChangeSummary.Line;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class PreviewTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Hospital hospital;

    @BeforeEach
    void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterEach
    void close() {
        hospital.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "archive", "wcpt", "sup55"})
    void previewCountsWhatWillBeDoneAndLeavesNoTrace(String profile) throws IOException {
        for (TransferSyntax syntax :
                List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
            Path file = SampleObject.write(
                    folder.resolve("o.dcm"), SampleObject.dataSet(), syntax, SequenceLengths.DEFINED);
            Path temporary = Files.createDirectories(folder.resolve("temporary"));
            DeidentifierOptions options = DeidentifierOptions.of("clinic").withTemporaryFolder(temporary);
            Deidentifier deidentifier = new Deidentifier(Profiles.byName(profile), hospital.crosswalk(), options);
            int before = patients().size();

            Preview preview = deidentifier.preview(file);

            assertThat(patients()).hasSize(before);
            try (Stream<Path> left = Files.list(temporary)) {
                assertThat(left).isEmpty();
            }
            assertThat(preview.sopClassUid()).isEqualTo(Uids.CTImageStorage);
            assertThat(preview.pixelRule()).isEmpty();
            try (DeidentifiedObject object = deidentifier.deidentify(file)) {
                assertThat(preview.summary().lines()).isEqualTo(object.summary().lines());
            }
        }
    }

    @Test
    void previewRefusesWhatWillBeRefused() throws IOException {
        Path file = SampleObject.write(
                folder.resolve("o.dcm"),
                SampleObject.dataSet().remove(Tags.StudyInstanceUID),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> hospital.deidentifier("basic").preview(file))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_UID));
    }

    @Test
    void summariesAddUpAndNameRules() throws IOException {
        Path file = SampleObject.write(
                folder.resolve("o.dcm"),
                SampleObject.dataSet(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);
        ChangeSummary summary = hospital.deidentifier("basic").preview(file).summary();

        ChangeSummary twice = summary.plus(summary);

        assertThat(twice.changed()).isEqualTo(2 * summary.changed());
        assertThat(summary.lines()).contains(new Line("mark", Action.SET, 4));
        assertThat(summary.lines())
                .anyMatch(line -> line.origin().equals("E.1-1") && line.action() == Action.REPLACE_UID);
        List<Long> counts = summary.lines().stream().map(Line::count).toList();
        assertThat(counts).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(ChangeSummary.EMPTY.plus(summary).lines()).isEqualTo(summary.lines());
    }

    private List<PatientRecord> patients() {
        List<PatientRecord> patients = new ArrayList<>();
        hospital.crosswalk().forEachPatient(patients::add);
        return patients;
    }
}
