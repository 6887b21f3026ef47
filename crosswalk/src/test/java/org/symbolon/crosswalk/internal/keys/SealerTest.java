package org.symbolon.crosswalk.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class SealerTest {
    private final byte[] key = Sealer.newKey();
    private final byte[] context = "context".getBytes(StandardCharsets.UTF_8);
    private final byte[] plain = "plain".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensWhatItSealedAndNeverSealsAlike() {
        byte[] sealed = Sealer.seal(key, context, plain);
        assertThat(sealed).hasSize(plain.length + Sealer.OVERHEAD_BYTES);
        assertThat(Sealer.open(key, context, sealed)).isEqualTo(plain);
        assertThat(Sealer.seal(key, context, plain)).isNotEqualTo(sealed);
    }

    @Test
    void everyChangedByteIsDamage() {
        byte[] sealed = Sealer.seal(key, context, plain);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertDamaged(key, context, changed);
        }
        for (int length = 0; length < sealed.length; length++) {
            assertDamaged(key, context, Arrays.copyOf(sealed, length));
        }
    }

    @Test
    void anotherKeyOrContextDoesNotOpen() {
        byte[] sealed = Sealer.seal(key, context, plain);
        assertDamaged(Sealer.newKey(), context, sealed);
        assertDamaged(key, new byte[0], sealed);
    }

    private static void assertDamaged(byte[] key, byte[] context, byte[] sealed) {
        assertThatThrownBy(() -> Sealer.open(key, context, sealed))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
    }
}
