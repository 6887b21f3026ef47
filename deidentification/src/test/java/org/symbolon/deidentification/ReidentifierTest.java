package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class ReidentifierTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Hospital hospital;

    @SuppressWarnings("NullAway.Init")
    private static IdentityHalf half;

    private static byte[] dataSet = {};

    @BeforeAll
    static void open() throws IOException {
        hospital = new Hospital(folder);
        Path original = write(SampleObject.dataSet(), "o.dcm");
        try (DeidentifiedObject object = hospital.deidentifier("archive").deidentify(original)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            object.writeDataSet(out);
            dataSet = out.toByteArray();
            half = object.identityHalf();
        }
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    @Test
    void bareStreamGivesTheOriginalBack() throws IOException {
        Path back = folder.resolve("back.dcm");

        new Reidentifier().personalise(new ByteArrayInputStream(dataSet), half, back);

        assertThat(Files.mismatch(folder.resolve("o.dcm"), back)).isEqualTo(-1);
    }

    @Test
    void anyChangedByteOfTheDataSetIsNoticedAndNothingIsWritten() throws IOException {
        for (int i = 0; i < dataSet.length; i += 97) {
            byte[] changed = dataSet.clone();
            changed[i] ^= 1;
            assertRefused(changed, half, ErrorCode.HALVES_DO_NOT_MATCH);
        }
        assertRefused(Arrays.copyOf(dataSet, dataSet.length - 1), half, ErrorCode.HALVES_DO_NOT_MATCH);
        assertRefused(Arrays.copyOf(dataSet, dataSet.length + 1), half, ErrorCode.HALVES_DO_NOT_MATCH);
        assertRefused(new byte[0], half, ErrorCode.HALVES_DO_NOT_MATCH);
    }

    @Test
    void halfOfAnotherObjectIsNoticed() throws IOException {
        DataSet other = SampleObject.dataSet();
        other.putString(Tags.SOPInstanceUID, "1.2.3.99");
        IdentityHalf otherHalf;
        try (DeidentifiedObject object = hospital.deidentifier("archive").deidentify(write(other, "other.dcm"))) {
            otherHalf = object.identityHalf();
        }

        assertRefused(dataSet, otherHalf, ErrorCode.HALVES_DO_NOT_MATCH);
    }

    @Test
    void aChangedByteOfTheHalfIsNoticedOrMakesNoDifference() throws IOException {
        byte[] content = half.content();
        int noticed = 0;
        for (int i = 0; i < content.length; i += 3) {
            byte[] changed = content.clone();
            changed[i] ^= 0x11;
            try {
                personalise(dataSet, withContent(changed));
                Path out = folder.resolve("out").resolve("back.dcm");
                assertThat(Files.mismatch(folder.resolve("o.dcm"), out)).isEqualTo(-1);
                Files.delete(out);
            } catch (SymbolonException e) {
                assertThat(e.code()).isIn(ErrorCode.DAMAGED, ErrorCode.HALVES_DO_NOT_MATCH);
                noticed++;
            }
        }
        assertNothingWritten();
        assertThat(noticed).isGreaterThan(content.length / 3 * 9 / 10);
    }

    private IdentityHalf withContent(byte[] content) {
        return new IdentityHalf(
                half.patientPseudonym(),
                half.key(),
                half.originalSha256(),
                content,
                half.originalStudyUid(),
                half.originalSeriesUid(),
                half.originalSopUid(),
                half.originalAccession());
    }

    private void assertRefused(byte[] bytes, IdentityHalf with, ErrorCode code) throws IOException {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> personalise(bytes, with))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
        assertNothingWritten();
    }

    private void personalise(byte[] bytes, IdentityHalf with) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out")).resolve("back.dcm");
        new Reidentifier().personalise(new ByteArrayInputStream(bytes), with, out);
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).isEmpty();
        }
    }

    private static Path write(DataSet object, String name) throws IOException {
        return SampleObject.write(
                folder.resolve(name), object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.UNDEFINED);
    }
}
