package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What was written comes back, or a clear error does; never something else. */
class DamageTest {
    @TempDir
    static Path keys;

    private static Keystore keystore;

    @TempDir
    Path folder;

    private IdentityHalf one;
    private IdentityHalf two;

    @BeforeAll
    static void createKeystore() throws IOException {
        keystore = Samples.keystore(keys);
    }

    @AfterAll
    static void closeKeystore() {
        keystore.close();
    }

    @BeforeEach
    void commitTwoHalvesOfTwoPeople() throws IOException {
        try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            one = Samples.half(
                    keystore.pseudonyms(), crosswalk.patient(Samples.person(1)).id(), 1, 1);
            two = Samples.half(
                    keystore.pseudonyms(), crosswalk.patient(Samples.person(2)).id(), 2, 1);
            crosswalk.commit(one);
            crosswalk.commit(two);
        }
    }

    /** Version, nonce, ciphertext and tag of every kind of sealed record. */
    @ParameterizedTest
    @CsvSource({
        "half, sealed, half",
        "series, sealed, series",
        "patient, wrapped_key, patient",
    })
    void everyRegionOfASealedRecordIsProtected(String table, String column, String key)
            throws SQLException, IOException {
        int length = read(table, column, key).length;
        for (int position : new int[] {0, 1, 12, 13, length / 2, length - 17, length - 16, length - 1}) {
            byte[] good = read(table, column, key);
            byte[] bad = good.clone();
            bad[position] ^= 0x40;
            write(table, column, key, bad);
            assertDamaged(ErrorCode.DAMAGED);
            write(table, column, key, good);
        }
        write(table, column, key, new byte[3]);
        assertDamaged(ErrorCode.DAMAGED);
    }

    @Test
    void aDamagedPatientIsNoticed() throws SQLException, IOException {
        byte[] bad = read("patient", "sealed", "patient");
        bad[20] ^= 1;
        write("patient", "sealed", "patient", bad);
        try (Crosswalk crosswalk = Crosswalk.openForReading(folder, keystore)) {
            assertFails(ErrorCode.DAMAGED, () -> crosswalk.patient(Samples.person(1)));
            assertFails(ErrorCode.DAMAGED, () -> crosswalk.forEachPatient(patient -> {}));
        }
    }

    @Test
    void recordsInEachOthersPlaceAreNoticed() throws SQLException, IOException {
        execute("UPDATE half SET sealed = (SELECT o.sealed FROM half o WHERE o.half <> half.half)");
        assertDamaged(ErrorCode.DAMAGED);
    }

    @Test
    void indexesInEachOthersPlaceAreNoticed() throws SQLException, IOException {
        execute("UPDATE half SET object_index = (SELECT object_index FROM half WHERE half = 2),"
                + " original_index = randomblob(16) WHERE half = 1");
        execute("DELETE FROM half WHERE half = 2");
        try (Crosswalk crosswalk = Crosswalk.openForReading(folder, keystore)) {
            assertFails(ErrorCode.DAMAGED, () -> crosswalk.halves(two.key()));
        }
    }

    @Test
    void aHalfInAnotherPatientsSeriesIsNoticed() throws SQLException, IOException {
        execute("UPDATE half SET series = 3 - series");
        assertDamaged(ErrorCode.DAMAGED);
    }

    @Test
    void aSeriesOfAnotherPatientIsNoticed() throws SQLException, IOException {
        execute("UPDATE series SET patient = 3 - patient");
        assertDamaged(ErrorCode.DAMAGED);
        try (Crosswalk crosswalk = Crosswalk.openForReading(folder, keystore)) {
            execute("UPDATE series SET patient = 3 - patient");
            assertThat(crosswalk.halves(one.key())).containsExactly(one);
            execute("UPDATE series SET patient = 3 - patient");
            assertFails(ErrorCode.HALVES_DO_NOT_MATCH, () -> crosswalk.halves(one.key()));
        }
    }

    @Test
    void aMissingWrappingKeyIsAWrongKey() throws SQLException, IOException {
        execute("UPDATE patient SET wrapping_key = 2");
        assertDamaged(ErrorCode.WRONG_KEY);
    }

    /** Bytes flipped anywhere in the file: what can still be read is right. */
    @Test
    void aDamagedFileNeverGivesAnotherAnswer() throws IOException {
        Path file = folder.resolve("crosswalk.db");
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(17);
        for (int round = 0; round < 150; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i < 40; i++) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            Files.deleteIfExists(folder.resolve("crosswalk.db-wal"));
            Files.deleteIfExists(folder.resolve("crosswalk.db-shm"));
            try (Crosswalk crosswalk = Crosswalk.openForReading(folder, keystore)) {
                assertThat(crosswalk.halves(one.key())).isSubsetOf(one);
                assertThat(crosswalk.byStudy(two.originalStudyUid())).isSubsetOf(two.key());
                crosswalk.forEachHalf(half -> assertThat(half).isIn(one, two));
            } catch (SymbolonException e) {
                assertThat(e.code())
                        .isIn(
                                ErrorCode.DAMAGED,
                                ErrorCode.WRONG_KEY,
                                ErrorCode.UNSUPPORTED_FORMAT,
                                ErrorCode.NOT_FOUND,
                                ErrorCode.HALVES_DO_NOT_MATCH,
                                ErrorCode.OUT_OF_RESOURCES,
                                ErrorCode.INTERNAL);
            }
        }
    }

    private void assertDamaged(ErrorCode code) throws IOException {
        try (Crosswalk crosswalk = Crosswalk.openForReading(folder, keystore)) {
            assertFails(code, () -> crosswalk.halves(one.key()));
        }
    }

    private static void assertFails(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crosswalk.db"));
    }

    private byte[] read(String table, String column, String key) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + column + " FROM " + table + " WHERE " + key + " = 1")) {
            row.next();
            return row.getBytes(1);
        }
    }

    private void write(String table, String column, String key, byte[] value) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = 1")) {
            update.setBytes(1, value);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
