package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class LargeContentTest {
    private static final int PIECE_BYTES = 1 << 20;

    @TempDir
    private Path temporary;

    private Path folder;
    private Keystore keystore;
    private Crosswalk crosswalk;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.resolve("crosswalk");
        keystore = Samples.keystore(temporary);
        crosswalk = Crosswalk.open(folder, keystore);
    }

    @AfterEach
    void close() {
        crosswalk.close();
        keystore.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES + 5})
    void comesBackAsItWas(int length) throws IOException {
        byte[] bytes = random(length);
        IdentityHalf half = half(1).withLarge(content(bytes));

        crosswalk.commit(half);
        crosswalk.commit(half);

        assertThat(read(half.key())).isEqualTo(bytes);
        crosswalk.compact(List.of());
        assertThat(read(half.key())).isEqualTo(bytes);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("large"))))
                .isEqualTo("rwx------");
        assertThat(crosswalk.halves(half.key())).containsExactly(half);
        crosswalk.forEachHalf(each ->
                assertThat(Objects.requireNonNull(each.large()).length()).isEqualTo(-1));
    }

    @Test
    void nothingOfItStandsInPlainForm() throws IOException {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) 'A');
        crosswalk.commit(half(1).withLarge(content(bytes)));

        assertThat(Files.readString(onlyFile(), StandardCharsets.ISO_8859_1)).doesNotContain("AAAAAA");
    }

    @Test
    void whatWasChangedOrIsMissingIsDamaged() throws IOException {
        IdentityHalf half = half(1).withLarge(content(random(2 * PIECE_BYTES + 9)));
        crosswalk.commit(half);
        Path file = onlyFile();
        byte[] good = Files.readAllBytes(file);
        int piece = (good.length - 5) / 2;
        List<UnaryOperator<byte[]>> harms = List.of(
                bytes -> Arrays.copyOf(bytes, bytes.length - 1),
                bytes -> Arrays.copyOf(bytes, 5 + 5 + PIECE_BYTES + 29),
                bytes -> new byte[0],
                bytes -> changed(bytes, 0),
                bytes -> changed(bytes, 5),
                bytes -> changed(bytes, 7),
                bytes -> changed(bytes, piece),
                bytes -> changed(bytes, bytes.length - 1));
        for (UnaryOperator<byte[]> harm : harms) {
            Files.write(file, harm.apply(good.clone()));
            assertDamaged(half.key());
        }
        Files.write(file, good);
        assertThat(read(half.key())).hasSize(2 * PIECE_BYTES + 9);
        Files.delete(file);
        assertDamaged(half.key());
    }

    @Test
    void aFileOfAnotherObjectDoesNotOpen() throws IOException {
        crosswalk.commit(half(1).withLarge(content(random(50))));
        Path first = onlyFile();
        byte[] bytes = Files.readAllBytes(first);
        Files.delete(first);
        IdentityHalf other = half(2).withLarge(content(random(50)));
        crosswalk.commit(other);
        Files.write(onlyFile(), bytes);

        assertDamaged(other.key());
    }

    @Test
    void anOriginalThatBecomesShorterLeavesNothing() throws IOException {
        LargeContent shorter = new LargeContent() {
            @Override
            public long length() {
                return 51;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[50]);
            }
        };
        IdentityHalf half = half(1).withLarge(shorter);

        assertThatThrownBy(() -> crosswalk.commit(half)).isInstanceOf(SymbolonException.class);

        assertThat(crosswalk.halves(half.key())).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("large"))) {
            assertThat(files).isEmpty();
        }
    }

    private IdentityHalf half(int number) {
        String patient = crosswalk.patient(Samples.person(1)).id();
        return Samples.half(crosswalk.pseudonyms(), patient, 1, number);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] changed(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static LargeContent content(byte[] bytes) {
        return new LargeContent() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    private byte[] read(ObjectKey key) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(crosswalk.halves(key).get(0).large()).open()) {
            return in.readAllBytes();
        }
    }

    private void assertDamaged(ObjectKey key) {
        assertThatThrownBy(() -> read(key))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("large"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
