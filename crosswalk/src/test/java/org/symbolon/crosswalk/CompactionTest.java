package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Whether halves are packed or not makes no difference to anybody but the disk. */
class CompactionTest {
    private static final List<String> NO_PROJECTS = List.of();

    @TempDir
    static Path keys;

    private static Keystore keystore;

    @TempDir
    Path folder;

    private Crosswalk crosswalk;
    private String patient;
    private String other;

    @BeforeAll
    static void createKeystore() throws IOException {
        keystore = Samples.keystore(keys);
    }

    @AfterAll
    static void closeKeystore() {
        keystore.close();
    }

    @BeforeEach
    void open() throws IOException {
        crosswalk = Crosswalk.open(folder, keystore);
        patient = crosswalk.patient(Samples.person(1)).id();
        other = crosswalk.patient(Samples.person(2)).id();
    }

    @AfterEach
    void close() {
        crosswalk.close();
    }

    @Test
    void readersSeeNoDifference() throws IOException {
        List<IdentityHalf> halves = mixed();
        halves.forEach(crosswalk::commit);
        State before = state(halves);
        assertThat(before.all()).containsExactlyElementsOf(halves);

        CompactionSummary summary = crosswalk.compact(NO_PROJECTS);

        assertThat(summary.halves()).isEqualTo(halves.size());
        assertThat(summary.series()).isEqualTo(crosswalk.counts().series());
        assertThat(crosswalk.info().sealedHalfBytes()).isZero();
        assertThat(state(halves)).isEqualTo(before);
        reopen();
        assertThat(state(halves)).isEqualTo(before);
        crosswalk.close();
        crosswalk = Crosswalk.openForReading(folder, keystore);
        assertThat(state(halves)).isEqualTo(before);
    }

    @Test
    void compactingAgainChangesNothing() {
        crosswalk.commitAll(series(1, 0, 50));
        crosswalk.compact(NO_PROJECTS);
        CrosswalkInfo info = crosswalk.info();
        assertThat(crosswalk.compact(NO_PROJECTS)).isEqualTo(new CompactionSummary(0, 0, 0));
        assertThat(crosswalk.info()).isEqualTo(info);
    }

    @Test
    void aPackedHalfIsNotStoredAgain() {
        List<IdentityHalf> halves = series(1, 0, 20);
        crosswalk.commitAll(halves);
        crosswalk.compact(NO_PROJECTS);
        crosswalk.commitAll(halves);
        crosswalk.commit(halves.get(7));
        assertThat(crosswalk.counts().halves()).isEqualTo(20);
        assertThat(crosswalk.halves(halves.get(7).key())).containsExactly(halves.get(7));
    }

    @Test
    void halvesThatComeLaterJoinTheBlock() {
        List<IdentityHalf> all = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            List<IdentityHalf> more = series(1, 10 * round, 10);
            crosswalk.commitAll(more);
            all.addAll(more);
            assertThat(state(all).all()).containsExactlyElementsOf(all);
            crosswalk.compact(NO_PROJECTS);
            assertThat(state(all).all()).containsExactlyElementsOf(all);
            assertThat(crosswalk.info().blocks()).isEqualTo(1);
        }
        for (IdentityHalf half : all) {
            assertThat(crosswalk.halves(half.key())).containsExactly(half);
        }
    }

    @Test
    void aReaderSeesAPackedBlockThatWasPackedAnew() throws IOException {
        crosswalk.commitAll(series(1, 0, 10));
        crosswalk.compact(NO_PROJECTS);
        try (Crosswalk reader = Crosswalk.openForReading(folder, keystore)) {
            IdentityHalf first = series(1, 0, 1).get(0);
            assertThat(reader.halves(first.key())).containsExactly(first);
            crosswalk.commitAll(series(1, 10, 10));
            crosswalk.compact(NO_PROJECTS);
            assertThat(reader.halves(first.key())).containsExactly(first);
            IdentityHalf last = series(1, 19, 1).get(0);
            assertThat(reader.halves(last.key())).containsExactly(last);
        }
    }

    @Test
    void aLongSeriesIsManyBlocks() {
        List<IdentityHalf> halves = series(1, 0, 3_000);
        crosswalk.commitAll(halves);
        CompactionSummary summary = crosswalk.compact(NO_PROJECTS);
        assertThat(summary.halves()).isEqualTo(3_000);
        assertThat(summary.blocks()).isBetween(3L, 8L);
        assertThat(state(List.of()).all()).containsExactlyElementsOf(halves);
    }

    @Test
    void largeHalvesStayAsTheyAre() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        List<IdentityHalf> halves = List.of(
                series(1, 0, 1).get(0),
                half(patient, 1, 1, noise),
                half(patient, 1, 2, new byte[2 << 20]),
                half(patient, 1, 3, new byte[900_000]),
                half(patient, 1, 4, new byte[900_000]),
                series(1, 5, 1).get(0));
        crosswalk.commitAll(halves);
        assertThat(crosswalk.compact(NO_PROJECTS).halves()).isEqualTo(4);
        assertThat(state(List.of()).all()).containsExactlyElementsOf(halves);
        crosswalk.compact(NO_PROJECTS);
        crosswalk.commitAll(series(1, 6, 1));
        crosswalk.compact(NO_PROJECTS);
        for (IdentityHalf half : halves) {
            assertThat(crosswalk.halves(half.key())).containsExactly(half);
        }
    }

    @Test
    void onlyIdleSeriesAreTaken() {
        crosswalk.commitAll(series(1, 0, 5));
        assertThat(crosswalk.compactIdle(Duration.ofHours(1), NO_PROJECTS).halves())
                .isZero();
        assertThat(crosswalk.compactIdle(Duration.ZERO, NO_PROJECTS).halves()).isEqualTo(5);
    }

    @Test
    void projectsSaveTheUids() {
        List<IdentityHalf> halves = IntStream.range(0, 100)
                .mapToObj(i -> ofProject(half(patient, 1, i, new byte[10]), "trial"))
                .toList();
        crosswalk.commitAll(halves);
        crosswalk.compact(List.of("another", "trial"));
        long known = crosswalk.info().sealedBlockBytes();
        assertThat(state(List.of()).all()).containsExactlyElementsOf(halves);
        List<IdentityHalf> unknown = IntStream.range(0, 100)
                .mapToObj(i -> ofProject(half(patient, 2, i, new byte[10]), "other trial"))
                .toList();
        crosswalk.commitAll(unknown);
        crosswalk.compact(List.of("another", "trial"));
        assertThat(crosswalk.info().sealedBlockBytes() - known).isGreaterThan(known + 1_500);
        assertThat(crosswalk.halves(unknown.get(3).key())).containsExactly(unknown.get(3));
    }

    @Test
    void everyChangedRowOrBlockIsDamaged() throws IOException, SQLException {
        IdentityHalf half = series(1, 3, 1).get(0);
        crosswalk.commitAll(series(1, 0, 10));
        crosswalk.compact(NO_PROJECTS);
        crosswalk.commitAll(IntStream.range(0, 10)
                .mapToObj(i -> half(other, 2, i, new byte[9]))
                .toList());
        crosswalk.compact(NO_PROJECTS);
        String[] changes = {
            "UPDATE packed SET object_index = randomblob(16) WHERE block = 1 AND place = 5",
            "UPDATE packed SET original_index = randomblob(16) WHERE block = 1 AND place = 3",
            "UPDATE packed SET original_index = x'00' WHERE block = 1 AND place = 3",
            "UPDATE packed SET place = 9 - place WHERE block = 1",
            "UPDATE packed SET half = half + 1000 WHERE block = 1 AND place = 9",
            "DELETE FROM packed WHERE block = 1 AND place = 9",
            "UPDATE block SET sealed = (SELECT sealed FROM block WHERE block = 2) WHERE block = 1",
            "UPDATE block SET series = 2 WHERE block = 1",
            "UPDATE block SET sealed = substr(sealed, 1, 20) WHERE block = 1",
            "UPDATE block SET sealed = CAST(substr(sealed, 1, 60) || x'00' || substr(sealed, 62) AS BLOB) WHERE block = 1",
        };
        for (String change : changes) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crosswalk.db"));
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                assertThat(statement.executeUpdate(change)).as(change).isPositive();
                connection.commit();
            }
            try (Crosswalk reader = Crosswalk.openForReading(folder, keystore)) {
                assertThatThrownBy(() -> reader.halves(half.key()))
                        .as(change)
                        .isInstanceOfSatisfying(
                                SymbolonException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
            }
            restore();
        }
    }

    /** From what every test began with. */
    private void restore() throws IOException, SQLException {
        crosswalk.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crosswalk.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM packed");
            statement.executeUpdate("DELETE FROM block");
        }
        open();
        crosswalk.commitAll(series(1, 0, 10));
        crosswalk.compact(NO_PROJECTS);
        crosswalk.commitAll(IntStream.range(0, 10)
                .mapToObj(i -> half(other, 2, i, new byte[9]))
                .toList());
        crosswalk.compact(NO_PROJECTS);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crosswalk.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM packed")) {
            assertThat(row.getLong(1)).isEqualTo(20);
        }
    }

    private record State(
            List<IdentityHalf> all,
            List<List<IdentityHalf>> each,
            List<Boolean> known,
            List<ObjectKey> byAccession,
            List<ObjectKey> byStudy,
            List<ObjectKey> byVisit,
            List<ObjectKey> byPatientId,
            CrosswalkCounts counts) {}

    private State state(List<IdentityHalf> halves) {
        List<IdentityHalf> all = new ArrayList<>();
        crosswalk.forEachHalf(all::add);
        return new State(
                all,
                halves.stream().map(half -> crosswalk.halves(half.key())).toList(),
                halves.stream()
                        .map(half -> crosswalk.knowsOriginal(half.originalDigest()))
                        .toList(),
                crosswalk.byAccession(Samples.accession(1)),
                crosswalk.byStudy("1.2.826.0.1.3680043.9.7777.1.1"),
                crosswalk.byVisit(Samples.DOCUMENT_VISIT),
                crosswalk.byPatientId("PID-1"),
                crosswalk.counts());
    }

    /** Two patients' series interleaved, a document, keyed digests, UIDs that were kept, and several originals of one object. */
    private List<IdentityHalf> mixed() {
        List<IdentityHalf> halves = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            halves.add(Samples.half(keystore.pseudonyms(), i % 3 == 0 ? other : patient, i % 3 == 0 ? 2 : i % 3, i));
        }
        halves.add(Samples.document(patient));
        IdentityHalf first = halves.get(1);
        halves.add(new IdentityHalf(
                patient, first.key(), "0c".repeat(16), new byte[] {1}, "1.2", "1.3", "1.4", Samples.accession(1)));
        halves.add(new IdentityHalf(
                patient,
                new ObjectKey(first.key().studyUid(), first.key().seriesUid(), "1.2.3.4", "0d".repeat(16)),
                "0e".repeat(32),
                new byte[0],
                "",
                "",
                "1.2.3.4",
                ""));
        halves.add(new IdentityHalf(
                patient,
                new ObjectKey(first.key().studyUid(), first.key().seriesUid(), "2.25.17", "0d".repeat(32)),
                "0e".repeat(16),
                new byte[0],
                "",
                "",
                "",
                ""));
        return halves;
    }

    private List<IdentityHalf> series(int series, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> Samples.half(keystore.pseudonyms(), patient, series, i))
                .toList();
    }

    private IdentityHalf half(String pseudonym, int series, int instance, byte[] content) {
        IdentityHalf half = Samples.half(keystore.pseudonyms(), pseudonym, series, instance);
        return new IdentityHalf(
                pseudonym,
                half.key(),
                half.originalDigest(),
                content,
                half.originalStudyUid(),
                half.originalSeriesUid(),
                half.originalSopUid(),
                half.originalAccession());
    }

    private static IdentityHalf ofProject(IdentityHalf half, String project) {
        Pseudonyms pseudonyms = keystore.pseudonyms();
        ObjectKey key = new ObjectKey(
                pseudonyms.uid(project, half.originalStudyUid()),
                pseudonyms.uid(project, half.originalSeriesUid()),
                pseudonyms.uid(project, half.originalSopUid()),
                half.key().dataSetDigest());
        return new IdentityHalf(
                half.patientPseudonym(),
                key,
                half.originalDigest(),
                half.content(),
                half.originalStudyUid(),
                half.originalSeriesUid(),
                half.originalSopUid(),
                half.originalAccession());
    }

    private void reopen() throws IOException {
        crosswalk.close();
        crosswalk = Crosswalk.open(folder, keystore);
    }
}
