package org.symbolon.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.SymbolonException;

class IndexValuesTest {
    private static final InstanceRecord INSTANCE = new InstanceRecord(
            "/hospital/1.2/1.2.3",
            527_660,
            354,
            "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
            "1.2.840.10008.1.2.1",
            "1.2.840.10008.5.1.4.1.1.2",
            "1.2.3",
            "1.2",
            "1.1",
            "ÄCC-1",
            "PSN1",
            "CT",
            "4",
            "17",
            512,
            511,
            1,
            true);

    /** What version 1 of this program wrote (docs/format/archive.md); later versions still read it. */
    private static final String GOLDEN_INSTANCE = "GOLDEN_INSTANCE_HEX";

    @Test
    void instanceComesBack() {
        assertThat(IndexValues.instance(IndexValues.encode(INSTANCE))).isEqualTo(INSTANCE);
    }

    @Test
    void oldInstanceStillOpens() {
        assertThat(IndexValues.instance(HexFormat.of().parseHex(GOLDEN_INSTANCE)))
                .isEqualTo(INSTANCE);
        assertThat(HexFormat.of().formatHex(IndexValues.encode(INSTANCE))).isEqualTo(GOLDEN_INSTANCE);
    }

    @Test
    void summaryComesBack() {
        SeriesSummary summary = SeriesSummary.of(INSTANCE);
        assertThat(IndexValues.summary(IndexValues.encode(summary))).isEqualTo(summary);
    }

    @Test
    void anyCutOrAddedByteIsDamage() {
        byte[] value = IndexValues.encode(INSTANCE);
        for (int length = 1; length <= value.length + 1; length++) {
            if (length != value.length) {
                assertIsDamaged(Arrays.copyOf(value, length));
            }
        }
        assertIsDamaged(new byte[0]);
    }

    @Test
    void unknownVersionIsDamage() {
        byte[] value = IndexValues.encode(INSTANCE);
        value[0] = 2;
        assertIsDamaged(value);
    }

    @Test
    void textLongerThanItsLengthFieldIsRefused() {
        assertThat(new ValueWriter(1).text("x".repeat(65_535)).toBytes()).hasSize(3 + 65_535);
        assertThatThrownBy(() -> new ValueWriter(1).text("x".repeat(65_536)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertIsDamaged(byte[] value) {
        assertThatThrownBy(() -> IndexValues.instance(value))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
    }
}
