package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

class KeystoreTest {
    @TempDir
    Path folder;

    @Test
    void opensWithTheSameKeysAndOrganisation() throws IOException {
        Path file = folder.resolve("k.p12");
        try (Keystore created = Keystore.create(file, Samples.password(), Samples.ORGANISATION);
                Keystore opened = Keystore.open(file, Samples.password())) {
            assertThat(opened.organisation()).isEqualTo(Samples.ORGANISATION);
            assertThat(opened.pseudonyms().uid("p", "1.2.3"))
                    .isEqualTo(created.pseudonyms().uid("p", "1.2.3"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void twoKeystoresHaveNothingInCommon() throws IOException {
        try (Keystore one = Keystore.create(folder.resolve("1"), Samples.password(), Samples.ORGANISATION);
                Keystore two = Keystore.create(folder.resolve("2"), Samples.password(), Samples.ORGANISATION)) {
            assertThat(one.pseudonyms().uid("", "1.2.3"))
                    .isNotEqualTo(two.pseudonyms().uid("", "1.2.3"));
        }
    }

    @Test
    void neverOverwrites() throws IOException {
        Path file = Files.writeString(folder.resolve("k.p12"), "precious");
        assertFails(ErrorCode.USAGE, () -> Keystore.create(file, Samples.password(), Samples.ORGANISATION));
        assertThat(file).hasContent("precious");
    }

    @Test
    void ofSeveralCreatingAtOnceOneWins() throws IOException {
        Path file = folder.resolve("k.p12");
        AtomicInteger refused = new AtomicInteger();
        List<String> made = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> {
                    try (Keystore keystore = Keystore.create(file, Samples.password(), Samples.ORGANISATION)) {
                        return keystore.pseudonyms().uid("", "1.2.3");
                    } catch (SymbolonException e) {
                        refused.incrementAndGet();
                        return null;
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(Objects::nonNull)
                .toList();
        assertThat(refused).hasValue(3);
        try (Keystore opened = Keystore.open(file, Samples.password())) {
            assertThat(made).containsExactly(opened.pseudonyms().uid("", "1.2.3"));
        }
    }

    @Test
    void refusesAnotherPassword() throws IOException {
        Samples.keystore(folder).close();
        Path file = folder.resolve("keys.p12");
        assertFails(ErrorCode.WRONG_KEY, () -> Keystore.open(file, Secret.of("correct horsf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pässword", "日本"})
    void refusesPasswordsThatJavaCannotUse(String password) {
        Path file = folder.resolve("k.p12");
        assertFails(ErrorCode.CONFIGURATION, () -> Keystore.create(file, Secret.of(password), Samples.ORGANISATION));
        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertFails(ErrorCode.NOT_FOUND, () -> Keystore.open(folder.resolve("none"), Samples.password()));
        Path empty = Files.createFile(folder.resolve("empty"));
        assertFails(ErrorCode.DAMAGED, () -> Keystore.open(empty, Samples.password()));
        Path text = Files.writeString(folder.resolve("text"), "no keystore");
        assertFails(ErrorCode.DAMAGED, () -> Keystore.open(text, Samples.password()));
        assertFails(
                ErrorCode.USAGE,
                () -> Keystore.create(folder.resolve("no/k"), Samples.password(), Samples.ORGANISATION));
    }

    @Test
    void everyDamagedRegionIsNoticed() throws IOException {
        Samples.keystore(folder).close();
        byte[] good = Files.readAllBytes(folder.resolve("keys.p12"));
        Path file = folder.resolve("bad.p12");
        for (int i = 0; i < good.length; i += 37) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(file, bad);
            assertThatThrownBy(() -> Keystore.open(file, Samples.password()).close())
                    .as("byte %d", i)
                    .isInstanceOfSatisfying(
                            SymbolonException.class,
                            e -> assertThat(e.code()).isIn(ErrorCode.WRONG_KEY, ErrorCode.DAMAGED));
        }
    }

    @Test
    void leavesTheSecurityPropertiesAsTheyWere() throws IOException {
        String before = Security.getProperty("keystore.pkcs12.macIterationCount");
        Samples.keystore(folder).close();
        assertThat(Objects.toString(Security.getProperty("keystore.pkcs12.macIterationCount"), ""))
                .isEqualTo(Objects.toString(before, ""));
    }

    @Test
    void holdsItsRoundsAndNoPlainOrganisation() throws IOException {
        Samples.keystore(folder).close();
        byte[] file = Files.readAllBytes(folder.resolve("keys.p12"));
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("nordhaven");
        String derInteger600000 = "02030927c0";
        assertThat(HexFormat.of().formatHex(file).split(derInteger600000, -1))
                .as("once for the entry and once for the MAC")
                .hasSize(3);
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
