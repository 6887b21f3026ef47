package org.symbolon.deidentification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedDigestTest {
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
    private static final DigestKey DIGEST_KEY = DigestKey.of(KEY);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 4095, 4096, 4097, 8192, 300_001, 64 * 4096, 65 * 4096 + 7})
    void isWhatTheFormatSays(int length) throws Exception {
        byte[] bytes = random(length);

        assertThat(hex(bytes)).isEqualTo(reference(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 5000})
    void isTheSameHoweverTheBytesCome(int piece) {
        byte[] bytes = random(50_000);
        KeyedDigest digest = DIGEST_KEY.digest(bytes.length);

        for (int from = 0; from < bytes.length; from += piece) {
            digest.update(bytes, from, Math.min(piece, bytes.length - from));
        }

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(hex(bytes));
    }

    @Test
    void staysTheSameForEver() {
        byte[] bytes = new byte[10_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }

        assertThat(hex(bytes)).isEqualTo("e6e3cf23ddac6fed4092dce10dd92e5c");
    }

    @Test
    void everyBitCounts() {
        byte[] bytes = random(9000);
        String before = hex(bytes);
        Random random = new Random(5);

        for (int i = 0; i < 500; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(hex(changed)).isNotEqualTo(before);
        }
    }

    @Test
    void zerosAtTheBeginningCount() {
        assertThat(hex(new byte[10])).isNotEqualTo(hex(new byte[11]));
    }

    @Test
    void anotherKeyGivesAnotherDigest() {
        byte[] other = new byte[32];
        other[0] = 1;
        KeyedDigest digest = DigestKey.of(new SecretKeySpec(other, "AES")).digest(3);
        digest.update(new byte[3]);

        assertThat(HexFormat.of().formatHex(digest.digest())).isNotEqualTo(hex(new byte[3]));
    }

    @Test
    void moreOrFewerBytesThanAnnouncedGiveAnotherDigest() {
        byte[] bytes = random(4096);

        assertThat(hex(bytes, 4095)).isNotIn(hex(bytes), hex(Arrays.copyOf(bytes, 4095)));
        assertThat(hex(bytes, 4097)).isNotIn(hex(bytes), hex(Arrays.copyOf(bytes, 4097)));
    }

    @Test
    void canBeUsedAgainAfterItsEnd() {
        KeyedDigest digest = DIGEST_KEY.digest(5);
        byte[] first = digest.digest(new byte[5]);

        assertThat(digest.digest(new byte[5])).isEqualTo(first);
    }

    private static String hex(byte[] bytes) {
        return hex(bytes, bytes.length);
    }

    private static String hex(byte[] bytes, int announced) {
        KeyedDigest digest = DIGEST_KEY.digest(announced);
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** docs/format/keyed-digest.md in numbers of any size. */
    private static String reference(byte[] bytes) throws Exception {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        for (int i = 0; i < 128; i++) {
            key.writeBytes(mac(KEY, ("block " + i).getBytes(StandardCharsets.US_ASCII)));
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(ByteBuffer.allocate(8).putLong(bytes.length).array());
        int first = bytes.length % 4096;
        if (first > 0) {
            message.writeBytes(hash(Arrays.copyOf(Arrays.copyOf(bytes, first), 4096), key.toByteArray()));
        }
        for (int from = first; from < bytes.length; from += 4096) {
            message.writeBytes(hash(Arrays.copyOfRange(bytes, from, from + 4096), key.toByteArray()));
        }
        SecretKeySpec macKey = new SecretKeySpec(mac(KEY, "mac".getBytes(StandardCharsets.US_ASCII)), "HmacSHA256");
        return HexFormat.of().formatHex(mac(macKey, message.toByteArray()), 0, 16);
    }

    private static byte[] hash(byte[] block, byte[] key) {
        ByteBuffer words = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer keys = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        BigInteger sum = BigInteger.ZERO;
        while (words.hasRemaining()) {
            BigInteger first = BigInteger.valueOf(words.getLong() + keys.getLong());
            sum = sum.add(first.multiply(BigInteger.valueOf(words.getLong() + keys.getLong())));
        }
        byte[] big = sum.mod(BigInteger.ONE.shiftLeft(128))
                .add(BigInteger.ONE.shiftLeft(128))
                .toByteArray();
        byte[] little = new byte[16];
        for (int i = 0; i < 16; i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }

    private static byte[] mac(SecretKeySpec key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac.doFinal(message);
    }
}
