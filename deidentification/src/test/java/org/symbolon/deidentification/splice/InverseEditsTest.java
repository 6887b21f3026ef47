package org.symbolon.deidentification.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class InverseEditsTest {
    private static final List<Edit> EDITS = List.of(
            new Edit(300, 0, new byte[] {1, 2, 3}, EditContent.EXPLICIT_LITTLE_ENDIAN, 0),
            new Edit(310, 4, new byte[] {9, 9, 9, 9}, EditContent.LENGTH_FIELD, 0),
            new Edit(400, 6, new byte[0], EditContent.IMPLICIT_LITTLE_ENDIAN, 5));

    @Test
    void encodingIsTheOneOfTheFormatPage() {
        assertThat(HexFormat.of().formatHex(encoded()))
                .isEqualTo("03ac0202000301020" + "30a000404090909095629" + "0600");
    }

    @Test
    void readsBackWhatItWrote() {
        List<Edit> read = InverseEdits.read(ByteBuffer.wrap(encoded()));

        assertThat(read).usingRecursiveComparison().isEqualTo(EDITS);
    }

    @Test
    void anyTruncationIsDamage() {
        byte[] whole = encoded();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            assertThatExceptionOfType(SymbolonException.class)
                    .isThrownBy(() -> InverseEdits.read(cut))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
        }
    }

    @Test
    void numbersOfAllLengthsComeBack() {
        for (int shift = 0; shift < 63; shift++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            VarInt.write(1L << shift, out);
            assertThat(VarInt.read(ByteBuffer.wrap(out.toByteArray()))).isEqualTo(1L << shift);
        }
    }

    private static byte[] encoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InverseEdits.write(EDITS, out);
        return out.toByteArray();
    }
}
