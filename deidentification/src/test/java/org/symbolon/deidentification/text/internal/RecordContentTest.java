package org.symbolon.deidentification.text.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordFormat;

class RecordContentTest {
    /** The example of docs/format/identity-half.md: content of version 2 has to be read for ever. */
    private static final String GOLDEN =
            "02" + "01" + "05" + "5554462d38" + "14" + "10" + "01" + "09" + "1d" + "00" + "04" + "4a616e61";

    @Test
    void goldenContentOfVersion2IsReadAndWritten() {
        RecordContent content = RecordContent.decode(HexFormat.of().parseHex(GOLDEN));

        assertThat(content.format()).isEqualTo(RecordFormat.HL7_V2);
        assertThat(content.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(content.originalLength()).isEqualTo(20);
        assertThat(content.anonymousLength()).isEqualTo(16);
        assertThat(content.inverse()).hasSize(1);
        assertThat(PlaceCode.type(content.inverse().get(0).depth())).isEqualTo(PlaceType.PATIENT_NAME);
        assertThat(content.inverse().get(0).replacement()).asString().isEqualTo("Jana");
        assertThat(HexFormat.of().formatHex(content.encode())).isEqualTo(GOLDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "01039b010a0361626301080200000a10001000504e02004120",
                "0209055554462d38141000",
                "020103787878141000",
                "0201055554462d3814100100",
                "0201055554462d38141000ff",
                "0201055554462d38141001091900044a616e61",
                "0201055554462d38141001111d00044a616e61"
            })
    void otherBytesAreDamage(String hex) {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> RecordContent.decode(HexFormat.of().parseHex(hex)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
    }

    @Test
    void everyKindOfPlaceHasItsOwnCode() {
        for (PlaceType type : PlaceType.values()) {
            assertThat(PlaceCode.type(PlaceCode.of(type))).isEqualTo(type);
        }
    }
}
