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
    private static final String GOLDEN_INSTANCE =
            "01010000000000080d2c000000000000016200112233445566778899aabbccddeeff001122334455"
                    + "66778899aabbccddeeff00000200000001ff0000000100132f686f73706974616c2f312e322f312e"
                    + "322e330013312e322e3834302e31303030382e312e322e310019312e322e3834302e31303030382e"
                    + "352e312e342e312e312e320005312e322e330003312e320003312e310006c38443432d3100045053"
                    + "4e310002435400013400023137";

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
