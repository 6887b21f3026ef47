package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/** A new wrapping key changes nothing that anybody sees, and can be put in use in spite of every interruption. */
class RotationTest {
    private static final int PATIENTS = 1_200;
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    private Path file;
    private Path store;
    private final List<PatientPseudonym> patients = new ArrayList<>();
    private IdentityHalf half;

    @BeforeEach
    void createCrosswalk() throws IOException {
        file = folder.resolve("keys.p12");
        store = folder.resolve("store");
        try (Keystore keystore = Samples.keystore(folder);
                Crosswalk crosswalk = Crosswalk.open(store, keystore)) {
            for (int i = 0; i < 3; i++) {
                patients.add(crosswalk.patient(Samples.person(i)));
            }
            half = Samples.half(keystore.pseudonyms(), patients.get(1).id(), 1, 1);
            crosswalk.commit(half);
        }
    }

    @Test
    void everythingStaysAndTheOldKeyGoes() throws IOException, SQLException {
        RotationSummary summary = Keystore.rotate(file, Samples.password(), List.of(store));
        assertThat(summary).isEqualTo(new RotationSummary(2, false, 3, 1));
        assertThat(Keystore.rotate(file, Samples.password(), List.of(store)))
                .isEqualTo(new RotationSummary(3, false, 3, 1));
        assertEverythingThere();
        assertThat(info().wrappingKeys()).containsExactly(3);
        assertThat(wrappingKeys()).containsExactly(3);
    }

    @Test
    void aKeystoreFromBeforeIsRefusedForWritingAndTellsReadersWhy() throws IOException {
        Path old = Files.copy(file, folder.resolve("old.p12"));
        Keystore.rotate(file, Samples.password(), List.of(store));
        try (Keystore keystore = Keystore.open(old, Samples.password())) {
            assertFails(ErrorCode.WRONG_KEY, () -> Crosswalk.open(store, keystore));
            try (Crosswalk reader = Crosswalk.openForReading(store, keystore)) {
                assertFails(ErrorCode.WRONG_KEY, () -> reader.halves(half.key()));
            }
        }
        assertEverythingThere();
    }

    @Test
    void nothingIsDoneWhileSomebodyWrites() throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (Keystore keystore = Keystore.open(file, Samples.password());
                Crosswalk crosswalk = Crosswalk.open(store, keystore)) {
            assertFails(ErrorCode.OUT_OF_RESOURCES, () -> Keystore.rotate(file, Samples.password(), List.of(store)));
            assertThat(crosswalk.halves(half.key())).containsExactly(half);
        }
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> Keystore.rotate(file, Samples.password(), List.of(store, folder.resolve("another"))));
        assertFails(ErrorCode.USAGE, () -> Keystore.rotate(file, Samples.password(), List.of()));
        assertFails(ErrorCode.WRONG_KEY, () -> Keystore.rotate(file, Secret.of("wrong"), List.of(store)));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder.resolve("another")).doesNotExist();
    }

    @Test
    void aDamagedPatientKeepsTheOldKey() throws IOException, SQLException {
        execute("UPDATE patient SET wrapped_key = randomblob(61) WHERE patient = 2");
        assertFails(ErrorCode.DAMAGED, () -> Keystore.rotate(file, Samples.password(), List.of(store)));
        assertThat(info().wrappingKeys()).containsExactly(1, 2);
        assertThat(info().wrappingKey()).isEqualTo(2);
    }

    @Test
    @Timeout(300)
    void aRotationThatIsKilledGoesOn() throws IOException, InterruptedException, SQLException {
        try (Keystore keystore = Keystore.open(file, Samples.password());
                Crosswalk crosswalk = Crosswalk.open(store, keystore)) {
            for (int i = patients.size(); i < PATIENTS; i++) {
                patients.add(crosswalk.patient(Samples.person(i)));
            }
        }
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RotatingProcess.class.getName(),
                            file.toString(),
                            store.toString(),
                            folder.resolve("begun").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            try {
                long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                while (!Files.exists(folder.resolve("begun")) && process.isAlive() && System.nanoTime() < limit) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_500));
                assertThat(process.isAlive())
                        .as("the process fell over by itself: %s", Files.readString(folder.resolve("output")))
                        .isTrue();
            } finally {
                process.destroyForcibly();
                process.waitFor(30, TimeUnit.SECONDS);
                Files.deleteIfExists(folder.resolve("begun"));
            }
            assertEverythingThere();
        }
        Keystore.rotate(file, Samples.password(), List.of(store));
        assertEverythingThere();
        assertThat(info().wrappingKeys()).containsExactly(info().wrappingKey());
        assertThat(wrappingKeys()).containsExactly(info().wrappingKey());
    }

    private void assertEverythingThere() throws IOException {
        try (Keystore keystore = Keystore.open(file, Samples.password());
                Crosswalk crosswalk = Crosswalk.open(store, keystore)) {
            assertThat(crosswalk.halves(half.key())).containsExactly(half);
            List<PatientPseudonym> found = new ArrayList<>();
            crosswalk.forEachPatient(patient -> found.add(patient.pseudonym()));
            assertThat(found).isEqualTo(patients);
            assertThat(crosswalk.patient(Samples.person(2))).isEqualTo(patients.get(2));
        }
    }

    private KeystoreInfo info() throws IOException {
        try (Keystore keystore = Keystore.open(file, Samples.password())) {
            return keystore.info();
        }
    }

    private List<Integer> wrappingKeys() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT wrapping_key FROM patient")) {
            List<Integer> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getInt(1));
            }
            return numbers;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + store.resolve("crosswalk.db"));
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
