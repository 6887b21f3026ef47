package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class OwnResultsTest {
    @TempDir
    Path folder;

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

    private Path original() throws IOException {
        return SampleObject.write(
                folder.resolve("original.dcm"),
                SampleObject.dataSet(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);
    }

    private static Path result(Hospital by, String profile, Path original, Path target) throws IOException {
        try (DeidentifiedObject object = by.deidentifier(profile).deidentify(original)) {
            by.crosswalk.commit(object.identityHalf());
            object.writeFile(target, Durability.WHEN_CONVENIENT);
        }
        return target;
    }

    private void assertRefused(String profile, Path file, String why) {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(
                        () -> hospital.deidentifier(profile).deidentify(file).close())
                .withMessageContaining(why)
                .matches(refusal -> refusal.code() == ErrorCode.ALREADY_DEIDENTIFIED);
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> hospital.deidentifier(profile).preview(file))
                .matches(refusal -> refusal.code() == ErrorCode.ALREADY_DEIDENTIFIED);
        assertThat(hospital.crosswalk.counts().patients()).isEqualTo(1);
    }

    @Test
    void aResultIsNotDeidentifiedAgain() throws IOException {
        for (String profile : new String[] {"archive", "wcpt"}) {
            Path result = result(hospital, profile, original(), folder.resolve(profile + ".dcm"));

            assertRefused("archive", result, "nothing is to be done");
            assertRefused("wcpt", result, "nothing is to be done");
        }
    }

    @Test
    void aResultThatWasChangedIsRefusedToo() throws IOException {
        Path result = result(hospital, "archive", original(), folder.resolve("result.dcm"));
        byte[] bytes = Files.readAllBytes(result);
        bytes[bytes.length - 1]++;
        Files.write(result, bytes);

        assertRefused("archive", result, "changed since");
    }

    @Test
    void anOriginalIsAnOriginalHoweverOften() throws IOException {
        Path original = original();
        Path first = result(hospital, "archive", original, folder.resolve("first.dcm"));
        Path second = result(hospital, "archive", original, folder.resolve("second.dcm"));

        assertThat(second).hasSameBinaryContentAs(first);
    }

    /** Whoever says that it is de-identified is not believed. */
    @Test
    void marksOfOthersCountForNothing() throws IOException {
        DataSet marked = SampleObject.dataSet();
        marked.putString(Tags.PatientIdentityRemoved, "YES");
        marked.putString(Tags.DeidentificationMethod, "Symbolon profile archive");
        Path file = SampleObject.write(
                folder.resolve("marked.dcm"),
                marked,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);

        DataSet cleaned = SampleObject.read(result(hospital, "archive", file, folder.resolve("cleaned.dcm")));

        assertThat(cleaned.string(Tags.PatientName)).doesNotContain("ster");
        assertThat(cleaned.string(Tags.InstitutionName)).isEmpty();
    }

    @Test
    void aResultOfAnotherHospitalIsAnOriginalHere() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (Hospital other = new Hospital(elsewhere)) {
            Path result = result(other, "archive", original(), folder.resolve("theirs.dcm"));

            Path ours = result(hospital, "archive", result, folder.resolve("ours.dcm"));

            assertThat(SampleObject.read(ours).string(Tags.PatientID))
                    .isNotEqualTo(SampleObject.read(result).string(Tags.PatientID));
        }
    }
}
