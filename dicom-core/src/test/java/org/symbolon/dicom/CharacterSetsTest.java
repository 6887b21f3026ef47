package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.ascii;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CharacterSetsTest {
    /** PS3.5 annexes H, I, J and K. */
    static Stream<Arguments> examplesOfTheStandard() {
        return Stream.of(
                Arguments.of(
                        List.of("", "ISO 2022 IR 87"),
                        "Yamada^Tarou=\33$B;3ED\33(B^\33$BB@O:\33(B=\33$B$d$^$@\33(B^\33$B$?$m$&\33(B",
                        "Yamada^Tarou=山田^太郎=やまだ^たろう"),
                Arguments.of(
                        List.of("ISO 2022 IR 13", "ISO 2022 IR 87"),
                        "\u00d4\u00cf\u00c0\u00de^\u00c0\u00db\u00b3=\33$B;3ED\33(J^\33$BB@O:\33(J"
                                + "=\33$B$d$^$@\33(J^\33$B$?$m$&\33(J",
                        "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
                Arguments.of(
                        List.of("", "ISO 2022 IR 149"),
                        "Hong^Gildong=\33$)C\u00fb\u00f3^\33$)C\u00d1\u00ce\u00d4\u00d7"
                                + "=\33$)C\u00c8\u00ab^\33$)C\u00b1\u00e6\u00b5\u00bf",
                        "Hong^Gildong=洪^吉洞=홍^길동"),
                Arguments.of(
                        List.of("", "ISO 2022 IR 58"),
                        "Zhang^XiaoDong=\33$)A\u00d5\u00c5^\33$)A\u00d0\u00a1\u00b6\u00ab=",
                        "Zhang^XiaoDong=张^小东="),
                Arguments.of(
                        List.of("GB18030"),
                        "Wang^XiaoDong=\u00cd\u00f5^\u00d0\u00a1\u00b6\u00ab=",
                        "Wang^XiaoDong=王^小东="),
                Arguments.of(
                        List.of("ISO_IR 192"),
                        "Wang^XiaoDong=\u00e7\u008e\u008b^\u00e5\u00b0\u008f\u00e4\u00b8\u009c=",
                        "Wang^XiaoDong=王^小东="),
                Arguments.of(List.of("ISO_IR 100"), "Buc^J\u00e9r\u00f4me", "Buc^Jérôme"));
    }

    @ParameterizedTest
    @MethodSource("examplesOfTheStandard")
    void agreesWithTheExamplesOfTheStandard(List<String> terms, String bytes, String name) {
        assertThat(CharacterSets.decode(ascii(bytes), Vr.PN, terms)).isEqualTo(name);
        assertThat(CharacterSets.encode(name, Vr.PN, terms)).isEqualTo(ascii(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, Äneas",
        "ISO_IR 101, Dvořák",
        "ISO_IR 109, Ġorġ",
        "ISO_IR 110, Bērziņš",
        "ISO_IR 144, Люкceмбypг",
        "ISO_IR 127, قباني",
        "ISO_IR 126, Διονυσιος",
        "ISO_IR 138, שרון",
        "ISO_IR 148, Çavuşoğlu",
        "ISO_IR 203, Œuvre €",
        "ISO_IR 166, สมชาย",
        "ISO_IR 13, ﾔﾏﾀﾞ",
        "ISO_IR 192, Ōe 健三郎",
        "GB18030, 王小东",
        "GBK, 王小东",
        "ISO 2022 IR 100, Äneas",
        "ISO 2022 IR 144, Люкceмбypг",
        "ISO 2022 IR 13, ﾔﾏﾀﾞ",
        "ISO 2022 IR 166, สมชาย",
        "ISO 2022 IR 87, 山田",
        "ISO 2022 IR 159, 丂",
        "ISO 2022 IR 149, 홍길동",
        "ISO 2022 IR 58, 小东"
    })
    void everyTermEncodesWhatItDecodes(String term, String text) {
        byte[] bytes = CharacterSets.encode(text, Vr.LO, List.of(term));
        assertThat(CharacterSets.decode(bytes, Vr.LO, List.of(term))).isEqualTo(text);
    }

    @Test
    void severalScriptsInOneValue() {
        List<String> terms = List.of("", "ISO 2022 IR 144", "ISO 2022 IR 126", "ISO 2022 IR 87", "ISO 2022 IR 159");
        String text = "a Ж Ω 山 丂 b\\Ж^Ω";
        byte[] bytes = CharacterSets.encode(text, Vr.LO, terms);
        assertThat(CharacterSets.decode(bytes, Vr.LO, terms)).isEqualTo(text);
    }

    @Test
    void nameDelimitersEndACodeExtension() {
        byte[] bytes = ascii("\33-L\u00b6^\u00c4");
        List<String> terms = List.of("ISO 2022 IR 100", "ISO 2022 IR 144");
        assertThat(CharacterSets.decode(bytes, Vr.PN, terms)).isEqualTo("Ж^Ä");
        assertThat(CharacterSets.decode(bytes, Vr.LO, terms)).isEqualTo("Ж^Ф");
    }

    @Test
    void aBackslashInsideATwoByteCharacterIsNoDelimiter() {
        Charset gbk = Charset.forName("GBK");
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "GBK")
                .putBytes(Tags.OtherPatientNames, Vr.PN, "俓\\王".getBytes(gbk));
        assertThat("俓".getBytes(gbk)[1]).isEqualTo((byte) '\\');
        assertThat(dataSet.strings(Tags.OtherPatientNames)).containsExactly("俓", "王");
    }

    @Test
    void understandsTermsWrittenALittleWrong() {
        assertThat(CharacterSets.terms(ascii("ISO-IR 100 "))).containsExactly("ISO_IR 100");
        assertThat(CharacterSets.terms(ascii("\\iso 2022 ir 87"))).containsExactly("", "ISO 2022 IR 87");
        assertThat(CharacterSets.terms(ascii("  "))).isEmpty();
        assertThat(CharacterSets.decode(ascii("\u00c4"), Vr.LO, List.of("ISO 8859")))
                .isEqualTo("Ä");
    }

    @Test
    void withoutATermEveryByteIsKept() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(CharacterSets.encode(CharacterSets.decode(all, Vr.LO, List.of()), Vr.LO, List.of()))
                .isEqualTo(all);
    }

    @Test
    void neverFailsToDecode() {
        byte[] cut = "王".getBytes(StandardCharsets.UTF_8);
        assertThat(CharacterSets.decode(new byte[] {cut[0]}, Vr.LO, List.of("ISO_IR 192")))
                .isEqualTo("\uFFFD");
        assertThat(CharacterSets.decode(ascii("\33$B;"), Vr.LO, List.of("", "ISO 2022 IR 87")))
                .isEqualTo(";");
        assertThat(CharacterSets.decode(ascii("\33"), Vr.LO, List.of("", "ISO 2022 IR 87")))
                .isEqualTo("\33");
    }

    @Test
    void refusesCharactersOutsideOfTheSet() {
        assertThatThrownBy(() -> CharacterSets.encode("王", Vr.LO, List.of("ISO_IR 100")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("王");
        assertThatThrownBy(() -> CharacterSets.encode("王", Vr.LO, List.of("", "ISO 2022 IR 144")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBackslashOfJisX0201IsAYenSignUnlessItPartsValues() {
        byte[] bytes = ascii("\u00d4\\\u00cf~");
        List<String> terms = List.of("ISO_IR 13");
        assertThat(CharacterSets.decode(bytes, Vr.ST, terms)).isEqualTo("ﾔ¥ﾏ‾");
        assertThat(CharacterSets.decode(bytes, Vr.LO, terms)).isEqualTo("ﾔ\\ﾏ‾");
        assertThat(CharacterSets.encode("ﾔ¥ﾏ‾", Vr.ST, terms)).isEqualTo(bytes);
        assertThat(CharacterSets.encode("ﾔ\\ﾏ~", Vr.LO, terms)).isEqualTo(bytes);
        assertThatThrownBy(() -> CharacterSets.encode("ﾔ¥ﾏ", Vr.LO, terms))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void understandsWhatWritersLeaveOut() {
        Charset korean = Charset.forName("EUC-KR");
        assertThat(CharacterSets.decode("홍^길동".getBytes(korean), Vr.PN, List.of("ISO 2022 IR 149")))
                .isEqualTo("홍^길동");
        Charset shiftJis = Charset.forName("Shift_JIS");
        assertThat(CharacterSets.decode("山田 ﾔﾏ".getBytes(shiftJis), Vr.LO, List.of("ISO_IR 13")))
                .isEqualTo("山田 ﾔﾏ");
    }

    @Test
    void mixturesOfScriptsComeBack() {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            CharacterSetSamples.Mixture mixture = CharacterSetSamples.mixture(random);
            Vr vr = List.of(Vr.PN, Vr.LO, Vr.UT).get(random.nextInt(3));
            byte[] bytes = CharacterSets.encode(mixture.text(), vr, mixture.terms());
            assertThat(CharacterSets.decode(bytes, vr, mixture.terms())).isEqualTo(mixture.text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, 0",
        "'', 0",
        "'\\ISO 2022 IR 87', 0",
        "'ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159', 0",
        "ISO_IR 999, 1",
        "ISO-IR 100, 1",
        "latin1, 1",
        "ISO_IR 192\\ISO 2022 IR 87, 1",
        "ISO_IR 100\\ISO 2022 IR 87, 1",
        "ISO 2022 IR 149, 1",
        "ISO_IR 100\\nonsense, 2"
    })
    void tellsWhatIsWrongWithTheTerms(String value, int faults) {
        assertThat(CharacterSets.faults(ascii(value))).hasSize(faults);
    }

    @Test
    void itemsHaveTheSetsOfTheDataSetUnlessTheyNameTheirOwn() {
        DataSet russian = new DataSet().putString(Tags.SpecificCharacterSet, "ISO_IR 144");
        russian.putString(Tags.CodeMeaning, "Ж");
        DataSet inheriting = new DataSet().putBytes(Tags.CodeMeaning, Vr.LO, new byte[] {(byte) 0xC4});
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 100")
                .putSequence(Tags.ConceptNameCodeSequence, List.of(inheriting, russian));
        assertThat(dataSet.sequence(Tags.ConceptNameCodeSequence))
                .extracting(item -> item.string(Tags.CodeMeaning))
                .containsExactly("Ä", "Ж");
    }
}
