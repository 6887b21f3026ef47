package org.symbolon.deidentification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenInTest {
    private static final List<String> LATIN_1 = List.of("ISO_IR 100");
    private static final List<String> UTF_8 = List.of("ISO_IR 192");

    @Test
    void utf8CountsWhateverSetOfOneByteIsDeclared() {
        byte[] utf8 = "Müßigbrodt".getBytes(StandardCharsets.UTF_8);
        assertThat(WrittenIn.of(utf8, LATIN_1)).isEqualTo(UTF_8);
        assertThat(WrittenIn.of(utf8, List.of())).isEqualTo(UTF_8);
        assertThat(WrittenIn.of(utf8, List.of("", "ISO 2022 IR 100"))).isEqualTo(UTF_8);
    }

    @Test
    void whatCannotBeUtf8IsNot() {
        assertThat(WrittenIn.of("Müßigbrodt".getBytes(StandardCharsets.ISO_8859_1), UTF_8))
                .isEqualTo(LATIN_1);
    }

    @Test
    void chineseNeedsNoEscapeSequence() {
        List<String> chinese = List.of("", "ISO 2022 IR 58");
        assertThat(WrittenIn.of("MR 张 小东".getBytes(Charset.forName("GB2312")), chinese))
                .containsExactly("GBK");
        assertThat(WrittenIn.of("MR 张".getBytes(StandardCharsets.UTF_8), chinese))
                .isSameAs(chinese);
    }

    @Test
    void theDeclarationCountsWhereItCanBeTrue() {
        List<String> cyrillic = List.of("ISO_IR 144");
        List<String> katakana = List.of("ISO_IR 13");
        List<String> japanese = List.of("", "ISO 2022 IR 87");
        byte[] twoKana = {(byte) 0xC3, (byte) 0xBD};
        assertThat(WrittenIn.of("plain".getBytes(StandardCharsets.US_ASCII), UTF_8))
                .isSameAs(UTF_8);
        assertThat(WrittenIn.of("Müßigbrodt".getBytes(StandardCharsets.ISO_8859_1), LATIN_1))
                .isSameAs(LATIN_1);
        assertThat(WrittenIn.of("Люксембург".getBytes(Charset.forName("ISO-8859-5")), cyrillic))
                .isSameAs(cyrillic);
        assertThat(WrittenIn.of(twoKana, katakana)).isSameAs(katakana);
        assertThat(WrittenIn.of("\u001B$B;3ED".getBytes(StandardCharsets.US_ASCII), japanese))
                .isSameAs(japanese);
    }
}
