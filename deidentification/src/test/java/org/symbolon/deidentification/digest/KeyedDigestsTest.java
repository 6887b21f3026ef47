package org.symbolon.deidentification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.deidentification.splice.Splice;

class KeyedDigestsTest {
    private static final DigestKey KEY = DigestKey.of(new SecretKeySpec(new byte[32], "AES"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void bothSidesHaveTheDigestsThatTheyHaveAlone(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] source = new byte[132 + random.nextInt(900_000)];
        random.nextBytes(source);
        Path file = Files.write(folder.resolve("file"), source);
        // some have edits at the end too, some change no length
        int reach = seed % 3 == 0 ? source.length - 132 : Math.min(20_000, source.length - 132);
        Splice splice = Splice.of(file, 132, edits(random, reach, seed % 4 == 0));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        splice.writeTo(result);

        Digests digests = new KeyedDigests(KEY).of(splice);

        assertThat(digests.sourceFile()).isEqualTo(alone(source));
        assertThat(digests.result()).isEqualTo(alone(result.toByteArray()));
    }

    private static List<Edit> edits(Random random, int reach, boolean sameLength) {
        List<Edit> edits = new ArrayList<>();
        int position = 0;
        while (true) {
            int offset = position + random.nextInt(Math.max(1, reach / 10));
            int length = random.nextInt(100);
            if (offset + length > reach) {
                return Edit.normalise(edits);
            }
            byte[] replacement = new byte[sameLength ? length : random.nextInt(100)];
            random.nextBytes(replacement);
            edits.add(new Edit(offset, length, replacement, EditContent.OPAQUE, 0));
            position = offset + length;
        }
    }

    private static String alone(byte[] bytes) {
        KeyedDigest digest = KEY.digest(bytes.length);
        digest.update(bytes);
        return Digests.hex(digest);
    }
}
