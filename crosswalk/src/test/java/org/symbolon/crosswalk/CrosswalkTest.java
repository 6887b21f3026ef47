package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

class CrosswalkTest {
    @TempDir
    static Path keys;

    private static Keystore keystore;

    @TempDir
    Path folder;

    private Crosswalk crosswalk;
    private String patient;

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
    }

    @AfterEach
    void close() {
        crosswalk.close();
    }

    @Test
    void givesBackWhatWasCommittedAlsoAfterReopening() throws IOException {
        List<IdentityHalf> halves =
                IntStream.range(0, 20).mapToObj(i -> half(1 + i / 8, i)).toList();
        halves.forEach(crosswalk::commit);
        reopen();
        for (IdentityHalf half : halves) {
            assertThat(crosswalk.halves(half.key())).containsExactly(half);
            assertThat(crosswalk.knowsOriginal(half.originalSha256())).isTrue();
        }
        List<IdentityHalf> all = new ArrayList<>();
        crosswalk.forEachHalf(all::add);
        assertThat(all).containsExactlyElementsOf(halves);
        assertThat(crosswalk.counts()).isEqualTo(new CrosswalkCounts(1, 3, 20, 0));
    }

    @Test
    void committingAgainChangesNothing() {
        crosswalk.commit(half(1, 1));
        crosswalk.commit(half(1, 1));
        crosswalk.commitAll(List.of(half(1, 1), half(1, 2), half(1, 2)));
        assertThat(crosswalk.counts().halves()).isEqualTo(2);
        assertThat(crosswalk.halves(half(1, 1).key())).containsExactly(half(1, 1));
    }

    @Test
    void digestsMayBeKeyedOnesOf128Bits() throws IOException {
        IdentityHalf sha256 = half(1, 1);
        ObjectKey key = new ObjectKey(
                sha256.key().studyUid(), sha256.key().seriesUid(), sha256.key().sopUid(), "0a".repeat(16));
        IdentityHalf half = new IdentityHalf(
                patient, key, "0b".repeat(16), new byte[] {1, 2, 3}, sha256.originalStudyUid(), "1.3", "1.4", "A1");
        crosswalk.commitAll(List.of(sha256, half));
        reopen();
        assertThat(crosswalk.halves(key)).containsExactly(half);
        assertThat(crosswalk.knowsOriginal("0b".repeat(16))).isTrue();
        assertThat(crosswalk.byStudy(sha256.originalStudyUid())).containsExactly(sha256.key(), key);
        assertFails(ErrorCode.USAGE, key::dataSetSha256);
        assertFails(ErrorCode.USAGE, half::originalSha256);
        assertFails(ErrorCode.USAGE, () -> new ObjectKey("1", "2", "3", "0a".repeat(20)));
    }

    @Test
    void severalOriginalsMayShareOneAnonymousObject() {
        IdentityHalf one = half(1, 1);
        IdentityHalf two = new IdentityHalf(
                patient, one.key(), Samples.sha256("another"), new byte[] {1, 2, 3}, "1.2", "1.3", "1.4", "");
        crosswalk.commit(one);
        crosswalk.commit(two);
        assertThat(crosswalk.halves(one.key())).containsExactly(one, two);
    }

    @Test
    void findsByAccessionNumberAndStudyExactly() {
        IdentityHalf plain = half(1, 1);
        IdentityHalf stray = new IdentityHalf(
                patient,
                new ObjectKey(plain.key().studyUid(), plain.key().seriesUid(), "2.25.99", Samples.sha256("stray")),
                Samples.sha256("stray original"),
                new byte[0],
                "1.2.9",
                "1.2.9.1",
                "1.2.9.1.1",
                "OTHERACC");
        crosswalk.commitAll(List.of(plain, stray, half(2, 1), half(1, 2)));
        assertThat(crosswalk.byAccession(Samples.accession(1)))
                .containsExactly(plain.key(), half(1, 2).key());
        assertThat(crosswalk.byAccession("OTHERACC")).containsExactly(stray.key());
        assertThat(crosswalk.byAccession("NOBODYS")).isEmpty();
        assertThat(crosswalk.byAccession("")).isEmpty();
        assertThat(crosswalk.byStudy("1.2.9")).containsExactly(stray.key());
        assertThat(crosswalk.byStudy(plain.originalStudyUid()))
                .containsExactly(plain.key(), half(1, 2).key());
        assertThat(crosswalk.halves(stray.key())).containsExactly(stray);
    }

    @Test
    void keepsContentsOfEveryKind() {
        byte[] large = new byte[3 << 20];
        new java.util.Random(3).nextBytes(large);
        byte[] zeroes = new byte[3 << 20];
        int number = 0;
        for (byte[] content : List.of(new byte[0], large, zeroes, new byte[] {7})) {
            for (String uid :
                    List.of("2.25.0", "2.25.340282366920938463463374607431768211455", "2.25.007", "2.25.x", "1.2")) {
                number++;
                IdentityHalf half = new IdentityHalf(
                        patient,
                        new ObjectKey("1.5", "1.6." + number % 3, uid, Samples.sha256("s" + number)),
                        Samples.sha256("o" + number),
                        content,
                        "",
                        "",
                        "",
                        "");
                crosswalk.commit(half);
                assertThat(crosswalk.halves(half.key())).containsExactly(half);
            }
        }
    }

    @Test
    void refusesAHalfOfNobody() {
        IdentityHalf half = Samples.half(keystore.pseudonyms(), "0000000000000000", 1, 1);
        assertFails(ErrorCode.NOT_FOUND, () -> crosswalk.commit(half));
        assertFails(ErrorCode.NOT_FOUND, () -> crosswalk.commitAll(List.of(half(1, 1), half)));
        assertThat(crosswalk.counts().halves()).isZero();
    }

    @Test
    void oneSeriesOfTwoPeopleIsTwo() {
        String other = crosswalk.patient(Samples.person(2)).id();
        IdentityHalf one = half(1, 1);
        IdentityHalf two = Samples.half(keystore.pseudonyms(), other, 1, 2);
        crosswalk.commitAll(List.of(one, two));
        assertThat(crosswalk.counts().series()).isEqualTo(2);
        assertThat(crosswalk.halves(two.key())).containsExactly(two);
    }

    @Test
    void manyThreadsBeginOneSeriesTogether() {
        IntStream.range(0, 200).parallel().forEach(i -> crosswalk.commit(half(1, i)));
        assertThat(crosswalk.counts()).isEqualTo(new CrosswalkCounts(1, 1, 200, 0));
        for (int i = 0; i < 200; i++) {
            assertThat(crosswalk.halves(half(1, i).key())).containsExactly(half(1, i));
        }
    }

    @Test
    void numbersThatCannotBeEncryptedGetAStoredToken() throws IOException {
        String token = crosswalk.number(NumberKind.VISIT, "his", "visit no. 12345678901234567890");
        assertThat(token).matches("t[0-9a-hjkmnp-tv-z]{15}");
        reopen();
        assertThat(crosswalk.number(NumberKind.VISIT, "his", "visit no. 12345678901234567890"))
                .isEqualTo(token);
        assertThat(crosswalk.number(NumberKind.VISIT, "other", "visit no. 12345678901234567890"))
                .isNotEqualTo(token);
        assertThat(crosswalk.number(NumberKind.ACCESSION, "", "123")).startsWith("t");
        assertThat(crosswalk.number(NumberKind.ACCESSION, "", "1234")).matches("[0-9A-Z~._-]{4}");
        assertThat(crosswalk.number(NumberKind.ACCESSION, "", "")).isEmpty();
    }

    @Test
    void hasOneWriterAndManyReaders() throws IOException {
        crosswalk.commit(half(1, 1));
        assertFails(ErrorCode.OUT_OF_RESOURCES, () -> Crosswalk.open(folder, keystore));
        try (Crosswalk one = Crosswalk.openForReading(folder, keystore);
                Crosswalk two = Crosswalk.openForReading(folder, keystore)) {
            assertThat(one.halves(half(1, 1).key())).containsExactly(half(1, 1));
            crosswalk.commit(half(1, 2));
            assertThat(two.halves(half(1, 2).key())).containsExactly(half(1, 2));
            assertThat(one.patient(Samples.person(1)).id()).isEqualTo(patient);
            assertFails(ErrorCode.USAGE, () -> one.commit(half(1, 3)));
            assertFails(ErrorCode.USAGE, () -> one.patient(Samples.person(2)));
        }
    }

    @Test
    void belongsToItsKeystore() throws IOException {
        Path file = folder.resolve("other.p12");
        try (Keystore other = Keystore.create(file, Samples.password(), new OrganisationId("elsewhere"))) {
            assertFails(ErrorCode.WRONG_KEY, () -> Crosswalk.openForReading(folder, other));
            crosswalk.close();
            assertFails(ErrorCode.WRONG_KEY, () -> Crosswalk.open(folder, other));
        }
        reopen();
    }

    @Test
    void refusesWhatANewerVersionWrote() throws IOException, SQLException {
        crosswalk.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crosswalk.db"));
                Statement statement = connection.createStatement()) {
            int version = statement.executeQuery("PRAGMA user_version").getInt(1);
            statement.execute("PRAGMA user_version = " + (version + 1));
            assertFails(ErrorCode.UNSUPPORTED_FORMAT, () -> Crosswalk.open(folder, keystore));
            assertFails(ErrorCode.UNSUPPORTED_FORMAT, () -> Crosswalk.openForReading(folder, keystore));
            statement.execute("PRAGMA user_version = " + version);
        }
        reopen();
    }

    @Test
    void refusesWhatIsNoCrosswalk(@TempDir Path other) throws IOException {
        assertFails(ErrorCode.NOT_FOUND, () -> Crosswalk.openForReading(other, keystore));
        Files.writeString(other.resolve("crosswalk.db"), "something else, longer than a header would be".repeat(9));
        assertFails(ErrorCode.DAMAGED, () -> Crosswalk.open(other, keystore));
        assertFails(ErrorCode.DAMAGED, () -> Crosswalk.openForReading(other, keystore));
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws IOException {
        crosswalk.commit(half(1, 1));
        for (String name : List.of("crosswalk.db", "crosswalk.db-wal", "crosswalk.db-shm", "crosswalk.lock")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void saysWhatIsWrongWithAHalf() {
        ObjectKey key = half(1, 1).key();
        assertFails(ErrorCode.USAGE, () -> new ObjectKey("1", "2", "3", "ABC"));
        assertFails(ErrorCode.MISSING_UID, () -> new ObjectKey("1", "", "3", Samples.sha256("")));
        String longest = "9".repeat(IdentityHalf.MAX_FIELD_CHARACTERS);
        IdentityHalf half = new IdentityHalf(patient, key, Samples.sha256("x"), new byte[0], longest, "", "", longest);
        crosswalk.commit(half);
        assertThat(crosswalk.halves(key)).containsExactly(half);
        assertFails(
                ErrorCode.LIMIT_EXCEEDED,
                () -> new IdentityHalf(patient, key, Samples.sha256("x"), new byte[0], longest + "9", "", "", ""));
    }

    @Test
    void isOfNoUseOnceClosed() {
        crosswalk.close();
        assertThatThrownBy(() -> crosswalk.halves(half(1, 1).key())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> crosswalk.commit(half(1, 1))).isInstanceOf(IllegalStateException.class);
    }

    private void reopen() throws IOException {
        crosswalk.close();
        crosswalk = Crosswalk.open(folder, keystore);
    }

    private IdentityHalf half(int series, int instance) {
        return Samples.half(keystore.pseudonyms(), patient, series, instance);
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
