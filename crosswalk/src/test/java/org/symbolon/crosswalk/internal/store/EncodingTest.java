package org.symbolon.crosswalk.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class EncodingTest {
    private static final byte[] NONE = new byte[0];

    @Test
    void fieldsComeBack() {
        for (int number : new int[] {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE}) {
            byte[] encoded = new Fields.Writer()
                    .number(number)
                    .text("ž日")
                    .bytes(NONE)
                    .raw(new byte[] {9})
                    .toByteArray();
            Fields.Reader in = new Fields.Reader(encoded);
            assertThat(in.number()).isEqualTo(number);
            assertThat(in.text()).isEqualTo("ž日");
            assertThat(in.bytes()).isEmpty();
            assertThat(in.rest()).containsExactly(9);
        }
    }

    @Test
    void fieldsThatDoNotFitAreDamage() {
        assertDamaged(() -> new Fields.Reader(NONE).number());
        assertDamaged(() -> new Fields.Reader(new byte[] {5, 1, 2}).bytes());
        assertDamaged(() -> new Fields.Reader(new byte[] {-1, -1, -1, -1, -1, -1}).number());
        assertDamaged(() -> new Fields.Reader(new byte[] {-1, -1, -1, -1, 0x7F, 1}).bytes());
    }

    @Test
    void whatTheDictionaryHoldsCostsLittle() {
        byte[] dictionary = new byte[2_000];
        new Random(1).nextBytes(dictionary);
        byte[] plain = dictionary.clone();
        plain[1_000] ^= 1;
        byte[] deflated = Compression.deflate(plain, dictionary);
        assertThat(deflated).hasSizeLessThan(60);
        assertThat(Compression.inflate(deflated, dictionary, plain.length)).isEqualTo(plain);
    }

    @Test
    void anyBytesComeBack() {
        Random random = new Random(2);
        for (int length : new int[] {0, 1, 100, 40_000, 300_000}) {
            byte[] plain = new byte[length];
            random.nextBytes(plain);
            byte[] dictionary = Arrays.copyOf(plain, Math.min(length, Compression.MAX_DICTIONARY_BYTES));
            for (byte[] used : new byte[][] {NONE, dictionary}) {
                byte[] deflated = Compression.deflate(plain, used);
                assertThat(Compression.inflate(deflated, used, length)).isEqualTo(plain);
            }
        }
    }

    @Test
    void anotherLengthThanPromisedIsDamage() {
        byte[] plain = "some plain text".getBytes(StandardCharsets.UTF_8);
        byte[] deflated = Compression.deflate(plain, NONE);
        assertDamaged(() -> Compression.inflate(deflated, NONE, plain.length - 1));
        assertDamaged(() -> Compression.inflate(deflated, NONE, plain.length + 1));
        assertDamaged(() -> Compression.inflate(new byte[] {7, 7, 7}, NONE, 3));
        assertDamaged(() -> Compression.inflate(NONE, NONE, 1));
    }

    private static void assertDamaged(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
    }
}
