package org.symbolon.crosswalk.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class BodyWithoutUidTest {
    private static final int MAX_BYTES = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.826.0.1.3680043.9.7777.1.2.1001",
                "1.2.826.0.1.00000000000000000000",
                "1.2.826.0.1...............0",
                "1.2.826.0.1.3680043.9.7777.1.2.12345678901234567890123456789",
                "1.2.826.0.1 no UID at all, ž 日"
            })
    void everyBodyComesBack(String uid) {
        for (String prefix : List.of("", uid.substring(0, uid.length() / 2), uid)) {
            for (String body :
                    List.of("", uid, "a" + uid, uid + uid + "b" + uid, "1.2.826.0.1" + uid + "1", "no UID")) {
                assertThat(throughTheBlock(bytes(body), prefix, uid)).isEqualTo(bytes(body));
            }
        }
    }

    @Test
    void aLongTailTakesTheRoomOfItsDigits() {
        String tail = "12345678901234567890123456789";
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        Fields.Writer packed = new Fields.Writer();
        BodyWithoutUid.write(bytes("x1.2.3." + tail + "y1.2.3." + tail), "1.2.3.", "1.2.3." + tail, raw, packed);
        assertThat(raw.size()).isLessThanOrEqualTo(13);
        assertThat(packed.toByteArray()).containsExactly(raw.size(), 2, 1, 1, 2, 'x', 'y');
    }

    @Test
    void thePrefixIsWhatAllBeginWith() {
        assertThat(BodyWithoutUid.prefix(List.of("1.2.31", "1.2.3", "1.2.4"))).isEqualTo("1.2.");
        assertThat(BodyWithoutUid.prefix(List.of("1.2.31", ""))).isEmpty();
        assertThat(BodyWithoutUid.prefix(List.of("1.2.31"))).isEqualTo("1.2.31");
    }

    @Test
    void whatCannotHaveBeenWrittenIsDamage() {
        Random random = new Random(5);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        Fields.Writer packed = new Fields.Writer();
        String uid = "1.2.3.12345678901234567890123456789";
        BodyWithoutUid.write(bytes("x" + uid + "y" + uid), "1.2.3.", uid, raw, packed);
        for (int round = 0; round < 2_000; round++) {
            byte[] bad = packed.toByteArray();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            try {
                BodyWithoutUid.read("1.2.3.", new Fields.Reader(raw.toByteArray()), new Fields.Reader(bad), MAX_BYTES);
            } catch (SymbolonException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED);
            }
        }
        assertThatThrownBy(() -> BodyWithoutUid.read(
                        "1.2.3.",
                        new Fields.Reader(raw.toByteArray()),
                        new Fields.Reader(packed.toByteArray()),
                        2 * uid.length() + 1))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
    }

    private static byte[] throughTheBlock(byte[] body, String prefix, String uid) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        Fields.Writer packed = new Fields.Writer();
        BodyWithoutUid.write(body, prefix, uid, raw, packed);
        Fields.Reader rawIn = new Fields.Reader(raw.toByteArray());
        Fields.Reader in = new Fields.Reader(packed.toByteArray());
        byte[] read = BodyWithoutUid.read(prefix, rawIn, in, MAX_BYTES);
        assertThat(rawIn.rest()).isEmpty();
        assertThat(in.rest()).isEmpty();
        return read;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
