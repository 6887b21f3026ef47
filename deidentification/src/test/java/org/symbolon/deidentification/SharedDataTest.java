package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Every file of the shared test data, under every profile. */
class SharedDataTest {
    private static final Path DATA =
            Path.of(System.getProperty("symbolon.repository.root", "..")).resolve("../shared/data/dicom");

    @TempDir
    private static Path folder;

    private static @Nullable Hospital hospital;

    @BeforeAll
    static void open() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared test data is not beside the repository");
        hospital = new Hospital(folder);
    }

    @AfterAll
    static void close() {
        if (hospital != null) {
            hospital.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "basic", "sup55", "wcpt"})
    void personalisingGivesEveryFileBack(String profile) throws IOException {
        Deidentifier deidentifier = Objects.requireNonNull(hospital).deidentifier(profile);
        int restored = 0;
        for (Path file : files()) {
            DeidentifiedObject object = parted(deidentifier, file);
            if (object != null) {
                try (object) {
                    assertRestored(file, object);
                    assertMarked(object);
                    assertSameAgain(deidentifier, file, object);
                    restored++;
                }
            }
        }
        // What pixel rules doubt is refused under archive.
        assertThat(restored).isGreaterThan(profile.equals("archive") ? 100 : 150);
    }

    private static @Nullable DeidentifiedObject parted(Deidentifier deidentifier, Path file) throws IOException {
        try {
            return deidentifier.deidentify(file);
        } catch (SymbolonException e) {
            assertThat(e.code().kind()).as(file.toString()).isEqualTo(ErrorCode.Kind.MALFORMED_INPUT);
            return null;
        }
    }

    private static void assertRestored(Path file, DeidentifiedObject object) throws IOException {
        Path anonymous = folder.resolve("anonymous.dcm");
        Path personal = folder.resolve("personal.dcm");
        object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
        IdentityHalf half = object.identityHalf();
        new Reidentifier().personalise(anonymous, half, personal, Durability.WHEN_CONVENIENT);
        assertThat(Files.mismatch(file, personal)).as(file.toString()).isEqualTo(-1);
        assertThat(object.dataSetLength())
                .isEqualTo(Files.size(anonymous) - DicomFile.open(anonymous).dataSetOffset());
        assertThat(IdentityHalfReader.values(half)).as(file.toString()).isNotNull();
    }

    private static void assertMarked(DeidentifiedObject object) throws IOException {
        DicomFile file = DicomFile.open(folder.resolve("anonymous.dcm"));
        DataSet header;
        try (DataSetReader reader = file.reader(ReaderOptions.defaults().withStopBefore(Tags.PixelData))) {
            header = DataSet.read(reader);
        }
        assertThat(header.string(Tags.PatientIdentityRemoved)).isEqualTo("YES");
        assertThat(header.string(Tags.SOPInstanceUID)).isEqualTo(object.key().sopUid());
        assertThat(header.string(Tags.SeriesInstanceUID)).isEqualTo(object.key().seriesUid());
        assertThat(header.string(Tags.StudyInstanceUID)).isEqualTo(object.key().studyUid());
    }

    private static void assertSameAgain(Deidentifier deidentifier, Path file, DeidentifiedObject first)
            throws IOException {
        try (DeidentifiedObject second = deidentifier.deidentify(file)) {
            assertThat(second.key()).isEqualTo(first.key());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            second.writeDataSet(out);
            try (InputStream in = Files.newInputStream(folder.resolve("anonymous.dcm"))) {
                in.skipNBytes(DicomFile.open(folder.resolve("anonymous.dcm")).dataSetOffset());
                assertThat(Arrays.equals(in.readAllBytes(), out.toByteArray())).isTrue();
            }
        }
    }

    private static List<Path> files() {
        try (Stream<Path> walk = Files.walk(DATA)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
