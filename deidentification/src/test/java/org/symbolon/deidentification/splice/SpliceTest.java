package org.symbolon.deidentification.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpliceTest {
    private static final int BASE = 132;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void resultInverseAndDigestsAgreeWithEditingInMemory(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = new byte[BASE + 1 + random.nextInt(400_000)];
        random.nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        List<Edit> edits = edits(random, content.length - BASE);

        Splice splice = Splice.of(file, BASE, edits);

        byte[] expected = apply(Arrays.copyOfRange(content, BASE, content.length), edits);
        assertThat(written(splice)).isEqualTo(expected);
        assertThat(channelled(splice)).isEqualTo(expected);
        assertThat(splice.resultLength()).isEqualTo(expected.length);
        assertThat(apply(expected, splice.inverse())).isEqualTo(Arrays.copyOfRange(content, BASE, content.length));
        Digests digests = splice.digests();
        assertThat(digests.sourceFile()).isEqualTo(sha256(content));
        assertThat(digests.result()).isEqualTo(sha256(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void streamingTheInverseGivesTheSourceBack(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = new byte[300_000];
        random.nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        Splice splice = Splice.of(file, 0, edits(random, content.length));
        byte[] result = written(splice);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean fits = new StreamSplicer(new ByteArrayInputStream(result), Digests.sha256())
                .copy(splice.inverse(), result.length, out);

        assertThat(fits).isTrue();
        assertThat(out.toByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void bytesFromAnotherFileAndLongRemovalsAgreeWithEditingInMemory(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = new byte[7_000_000];
        random.nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        byte[] other = new byte[1_000_000];
        random.nextBytes(other);
        Path otherFile = Files.write(folder.resolve("other"), other);
        List<Edit> edits = longEdits(random, otherFile, other.length);

        Splice splice = Splice.of(file, 0, edits);

        byte[] expected = apply(content, edits);
        assertThat(written(splice)).isEqualTo(expected);
        assertThat(channelled(splice)).isEqualTo(expected);
        assertThat(splice.resultLength()).isEqualTo(expected.length);
        assertThat(splice.digests().result()).isEqualTo(sha256(expected));
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        InverseEdits.write(splice.inverse(), encoded);
        assertThat((long) encoded.size()).isLessThanOrEqualTo(InverseEdits.maxLength(splice.inverse()));
        assertThat(apply(expected, InverseEdits.read(ByteBuffer.wrap(encoded.toByteArray()))))
                .isEqualTo(content);
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        assertThat(new StreamSplicer(new ByteArrayInputStream(expected), Digests.sha256())
                        .copy(splice.inverse(), expected.length, streamed))
                .isTrue();
        assertThat(streamed.toByteArray()).isEqualTo(content);
    }

    private static List<Edit> longEdits(Random random, Path otherFile, int otherLength) {
        List<Edit> edits = new ArrayList<>();
        int position = 0;
        while (true) {
            int offset = position + random.nextInt(100_000);
            int removed = random.nextInt(random.nextBoolean() ? 200 : 200_000);
            if (offset + removed > 7_000_000) {
                return Edit.normalise(edits);
            }
            int start = random.nextInt(otherLength);
            int length = random.nextInt(otherLength - start);
            EditBytes brought = random.nextBoolean()
                    ? EditBytes.of(otherFile, start, length)
                    : EditBytes.of(new byte[random.nextInt(100_000)]);
            edits.add(new Edit(offset, removed, brought, EditContent.OPAQUE, 0));
            position = offset + removed;
        }
    }

    @Test
    void streamOfAnotherLengthDoesNotFit() throws IOException {
        byte[] bytes = new byte[10];

        for (int length : new int[] {9, 11}) {
            boolean fits = new StreamSplicer(new ByteArrayInputStream(bytes), Digests.sha256())
                    .copy(List.of(), length, new ByteArrayOutputStream());
            assertThat(fits).isFalse();
        }
    }

    @Test
    void refusesToWriteAFileThatHasChanged() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[200_000]);
        Splice splice = Splice.of(file, 0, List.of());

        Files.write(file, new byte[200_001]);

        assertThatThrownBy(() -> written(splice)).isInstanceOf(IOException.class);
    }

    private static List<Edit> edits(Random random, int length) {
        List<Edit> edits = new ArrayList<>();
        int position = 0;
        while (edits.size() < 50) {
            int offset = position + random.nextInt(random.nextInt(10) == 0 ? 150_000 : 300);
            int removed = random.nextInt(40);
            if (offset + removed > length) {
                break;
            }
            byte[] replacement = new byte[random.nextInt(30)];
            random.nextBytes(replacement);
            edits.add(new Edit(offset, removed, replacement, EditContent.IMPLICIT_LITTLE_ENDIAN, random.nextInt(3)));
            position = offset + removed;
        }
        return Edit.normalise(edits);
    }

    private static byte[] apply(byte[] source, List<Edit> edits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int position = 0;
        for (Edit edit : edits) {
            out.write(source, position, (int) edit.offset() - position);
            out.writeBytes(edit.replacement());
            position = (int) (edit.offset() + edit.length());
        }
        out.write(source, position, source.length - position);
        return out.toByteArray();
    }

    private static byte[] written(Splice splice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        splice.writeTo(out);
        return out.toByteArray();
    }

    private byte[] channelled(Splice splice) throws IOException {
        Path out = folder.resolve("out");
        try (FileChannel channel = FileChannel.open(
                out, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            splice.writeTo(channel);
        }
        return Files.readAllBytes(out);
    }

    private static String sha256(byte[] bytes) {
        var digest = Digests.sha256();
        digest.update(bytes);
        return Digests.hex(digest);
    }
}
