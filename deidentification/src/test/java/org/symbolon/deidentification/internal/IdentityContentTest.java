package org.symbolon.deidentification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.deidentification.IdentityHalfReader;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class IdentityContentTest {
    /** The example of docs/format/identity-half.md: content of version 1 has to be read for ever. */
    private static final String GOLDEN =
            "01" + "03" + "9b01" + "0a" + "03616263" + "01" + "08" + "02" + "00" + "0a" + "10001000504e02004120";

    @Test
    void goldenContentOfVersion1IsReadAndWritten() {
        IdentityContent content = IdentityContent.decode(HexFormat.of().parseHex(GOLDEN));

        assertThat(content.originalLength()).isEqualTo(155);
        assertThat(content.dataSetLength()).isEqualTo(10);
        assertThat(content.prefix()).hasSize(135).endsWith("DICMabc".getBytes(StandardCharsets.US_ASCII));
        assertThat(content.deflated()).isNull();
        assertThat(HexFormat.of().formatHex(content.encode())).isEqualTo(GOLDEN);
    }

    @Test
    void goldenContentTellsItsValues() {
        var values = IdentityHalfReader.values(HexFormat.of().parseHex(GOLDEN));

        assertThat(values).hasSize(1);
        assertThat(values.get(0).tag()).isEqualTo(Tags.PatientName);
        assertThat(values.get(0).vr()).isEqualTo(Vr.PN);
        assertThat(values.get(0).value()).asString().isEqualTo("A ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 131, 132, 133, 300})
    void anyPrefixComesBack(int length) {
        for (byte fill : new byte[] {0, 7}) {
            byte[] prefix = new byte[length];
            Arrays.fill(prefix, fill);
            if (length >= 132) {
                System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, prefix, 128, 4);
            }
            IdentityContent content = new IdentityContent(1, 2, prefix, List.of(), new byte[] {5});

            IdentityContent read = IdentityContent.decode(content.encode());

            assertThat(read.prefix()).isEqualTo(prefix);
            assertThat(read.deflated()).containsExactly(5);
        }
    }

    @Test
    void standardPreambleCostsNothing() {
        byte[] prefix = new byte[132];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, prefix, 128, 4);

        assertThat(new IdentityContent(1, 2, prefix, List.of(), null).encode()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "02039b01",
                "010800",
                "01000101",
                "0100010100ff",
                "0100010100000000",
                "01000101000101010101"
            })
    void otherBytesAreDamage(String hex) {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> IdentityContent.decode(HexFormat.of().parseHex(hex)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DAMAGED));
    }

    @Test
    void bytesThatAreNoElementComeWhole() {
        Edit edit = new Edit(0, 0, new byte[] {1, 2, 3}, EditContent.EXPLICIT_LITTLE_ENDIAN, 0);

        assertThat(IdentityHalfReader.values(List.of(edit))).singleElement().satisfies(value -> {
            assertThat(value.vr()).isEqualTo(Vr.UN);
            assertThat(value.value()).containsExactly(1, 2, 3);
        });
    }
}
