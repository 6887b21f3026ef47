package org.symbolon.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.SymbolonException;

class SampleHospitalTest {
    /** SHA-256 over all default files in order; it changes only when the sample is changed on purpose. */
    private static final String GOLDEN = "07c6a0fe8748d974226c8b5a40348da9c3593e9fd98aacb7e8e9ae4d58e59bf2";

    private static final long MAX_BYTES = 150_000_000;

    @TempDir
    private static Path folder;

    private static SampleManifest manifest =
            new SampleManifest(Path.of(""), SampleOptions.defaults(), List.of(), List.of(), List.of());

    @BeforeAll
    static void write() throws IOException {
        manifest = SampleHospital.write(folder.resolve("sample"), SampleOptions.defaults(), SampleProgress.NONE);
    }

    @Test
    void hasTheSizeItPromises() throws IOException {
        assertThat(persons(manifest)).hasSize(12);
        assertThat(manifest.studies()).isGreaterThanOrEqualTo(25);
        assertThat(manifest.files()).hasSizeBetween(600, 700);
        assertThat(manifest.bytes()).isLessThan(MAX_BYTES);
        for (SampleFile file : manifest.files()) {
            assertThat(Files.size(file.path())).isEqualTo(file.bytes());
        }
    }

    @Test
    void sameOptionsGiveSameBytesEverywhere() throws IOException {
        assertThat(digest(manifest.files())).isEqualTo(GOLDEN);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            SampleManifest again = SampleHospital.write(
                    folder.resolve("again"), SampleOptions.defaults().withPatients(2), SampleProgress.NONE);
            List<SampleFile> first =
                    manifest.files().stream().filter(file -> file.person() < 2).toList();
            assertThat(digest(again.files())).isEqualTo(digest(first));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void describesWithoutWriting() throws IOException {
        Path absent = folder.resolve("absent");
        SampleManifest described =
                SampleHospital.describe(absent, SampleOptions.defaults().withPatients(1));
        assertThat(absent).doesNotExist();
        assertThat(described.files().stream().map(SampleFile::sopInstanceUid))
                .containsExactlyElementsOf(manifest.files().stream()
                        .filter(file -> file.person() == 0)
                        .map(SampleFile::sopInstanceUid)
                        .toList());
        Set<String> all = manifest.planted().stream().map(PlantedValue::text).collect(Collectors.toSet());
        assertThat(all)
                .containsAll(
                        described.planted().stream().map(PlantedValue::text).toList());
    }

    @Test
    void anotherSeedMakesOtherPeople() throws IOException {
        SampleManifest other = SampleHospital.describe(folder, new SampleOptions(7, 1));
        Set<String> uids = uids(manifest.files());
        assertThat(uids(other.files())).isNotEmpty().noneMatch(uids::contains);
    }

    @Test
    void usesEachUidOnce() {
        assertThat(uids(manifest.files())).hasSameSizeAs(manifest.files());
    }

    @Test
    void everyModalityAndTransferSyntaxIsThere() {
        assertThat(manifest.files().stream().map(SampleFile::modality).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("CT", "CR", "MG", "US", "MR", "SR", "OT");
        assertThat(manifest.files().stream().map(SampleFile::transferSyntaxUid).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid(),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                        TransferSyntax.EXPLICIT_VR_BIG_ENDIAN.uid(),
                        TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                        TransferSyntax.RLE_LOSSLESS.uid(),
                        TransferSyntax.JPEG_BASELINE.uid());
    }

    @Test
    void twoClinicsShareAPatientIdAndOnePersonHasTwo() {
        assertThat(idsOf(0)).isEqualTo(idsOf(1)).hasSize(1);
        assertThat(idsOf(2)).hasSize(2);
        assertThat(clinicOf(0)).isNotEqualTo(clinicOf(1));
    }

    @Test
    void someAccessionNumbersCanBeEncryptedInPlaceAndSomeCannot() {
        Set<String> numbers =
                manifest.files().stream().map(SampleFile::accessionNumber).collect(Collectors.toSet());
        assertThat(numbers).anyMatch(number -> number.matches("[-A-Z0-9/._]{4,16}"));
        assertThat(numbers).anyMatch(number -> number.length() < 4);
        assertThat(numbers).anyMatch(number -> number.chars().anyMatch(Character::isLowerCase));
        assertThat(numbers).allMatch(number -> number.length() <= 16);
    }

    @Test
    void plantsOnlyWhatASearchCanTellFromChance() {
        assertThat(manifest.planted()).hasSizeGreaterThan(900).allSatisfy(value -> {
            assertThat(value.text()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(value.encodings()).isNotEmpty().allMatch(bytes -> bytes.length >= PlantedValue.MIN_BYTES);
            assertThat(value.toString()).doesNotContain(value.text());
        });
        assertThat(manifest.planted().stream().map(PlantedValue::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(PlantedValue.Kind.values());
    }

    @Test
    void progressEndsAtTheEnd() throws IOException {
        int[] last = new int[2];
        SampleHospital.write(
                folder.resolve("one"), SampleOptions.defaults().withPatients(1), (done, all, files, bytes) -> {
                    last[0] = done;
                    last[1] = (int) files;
                });
        long images =
                manifest.files().stream().filter(file -> file.person() == 0).count();
        long records = manifest.records().stream()
                .filter(record -> record.person() == 0)
                .count();
        assertThat(last).containsExactly(1, (int) (images + records));
    }

    @Test
    void needsAtLeastOnePatient() {
        assertThatThrownBy(() -> new SampleOptions(1, 0)).isInstanceOf(SymbolonException.class);
        assertThatThrownBy(() -> new SampleOptions(1, SampleOptions.MAX_PATIENTS + 1))
                .isInstanceOf(SymbolonException.class);
    }

    private static Set<Integer> persons(SampleManifest manifest) {
        return manifest.files().stream().map(SampleFile::person).collect(Collectors.toSet());
    }

    private static Set<String> uids(Collection<SampleFile> files) {
        return files.stream().map(SampleFile::sopInstanceUid).collect(Collectors.toSet());
    }

    private static Set<String> idsOf(int person) {
        return manifest.files().stream()
                .filter(file -> file.person() == person)
                .map(SampleFile::patientId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path clinicOf(int person) {
        SampleFile file = manifest.files().stream()
                .filter(candidate -> candidate.person() == person)
                .findFirst()
                .orElseThrow();
        return manifest.root().relativize(file.path()).getName(0);
    }

    private static String digest(List<SampleFile> files) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (SampleFile file : files) {
                sha256.update(Files.readAllBytes(file.path()));
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
