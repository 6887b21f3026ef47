package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.dicom.DicomFile;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Exact reversal: both halves of every file that can be parted give it back, byte for byte, under every profile and every
 * option. With {@code -Dsymbolon.test.all=true} over all files, else each profile over its share.
 */
class ReversalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable Hospital hospital;

    @BeforeAll
    static void open() throws IOException {
        Assumptions.assumeTrue(SharedFiles.areThere(), "the shared test data is not beside the repository");
        hospital = new Hospital(folder);
    }

    @AfterAll
    static void close() {
        if (hospital != null) {
            hospital.close();
        }
    }

    @TestFactory
    List<DynamicTest> bothHalvesGiveEveryFileBack() {
        List<Profile> profiles = SharedFiles.profiles();
        return java.util.stream.IntStream.range(0, profiles.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        profiles.get(i).name() + " " + profiles.get(i).options(),
                        () -> assertReversible(profiles.get(i), SharedFiles.sample(i))))
                .toList();
    }

    private static void assertReversible(Profile profile, List<Path> files) throws IOException {
        Hospital here = Objects.requireNonNull(hospital);
        DeidentifierOptions options =
                DeidentifierOptions.of("clinic").withTemporaryFolder(folder).withDirectories();
        Deidentifier deidentifier = new Deidentifier(profile, here.crosswalk(), options);
        Map<ErrorCode, Integer> refusals = new TreeMap<>();
        int restored = 0;
        for (Path file : files) {
            try (DeidentifiedObject object = deidentifier.deidentify(file)) {
                assertRestored(file, object);
                restored++;
            } catch (SymbolonException e) {
                assertThat(e.code().kind()).as(file + " " + e).isEqualTo(ErrorCode.Kind.MALFORMED_INPUT);
                refusals.merge(e.code(), 1, Integer::sum);
            }
        }
        if (Boolean.getBoolean("symbolon.test.all")) {
            System.out.println(profile.name() + " " + profile.options() + ": " + restored + " of " + files.size()
                    + " restored, refused " + refusals);
        }
        // Most can be read; what a pixel rule doubts, or a fuzzer made, cannot be told here.
        assertThat(restored).isGreaterThan(files.size() / 3);
    }

    private static void assertRestored(Path file, DeidentifiedObject object) throws IOException {
        Path anonymous = folder.resolve("anonymous.dcm");
        Path personal = folder.resolve("personal.dcm");
        object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
        new Reidentifier().personalise(anonymous, object.identityHalf(), personal, Durability.WHEN_CONVENIENT);
        assertThat(Files.mismatch(file, personal)).as(file.toString()).isEqualTo(-1);
        assertThat(object.dataSetLength())
                .isEqualTo(Files.size(anonymous) - DicomFile.open(anonymous).dataSetOffset());
        assertThat(DicomFile.open(anonymous).transferSyntax()).isEqualTo(object.transferSyntax());
        assertThat(IdentityHalfReader.values(object.identityHalf())).isNotNull();
        assertThat(object.summary().changed()).isPositive();
    }
}
