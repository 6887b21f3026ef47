package org.symbolon.record.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;

class CharacterSetsTest {
    @ParameterizedTest
    @CsvSource({
        "UNICODE UTF-8,UTF-8,Żółć",
        "8859/2,ISO-8859-2,Żółć",
        "windows-1257,windows-1257,Šiauliai",
        "8859/1,ISO-8859-1,Müller",
        "'',UTF-8,Müller",
        "'',ISO-8859-1,Müller",
        "GB 18030-2000,GB18030,张雪峰",
        "BIG-5,Big5,許功蓋",
        "Shift_JIS,Shift_JIS,表予ソ",
        "ISO IR87,ISO-2022-JP,山田",
        "KS X 1001,EUC-KR,김희중"
    })
    void nameIsReadAndWrittenInTheDeclaredSet(String declared, String charset, String name) {
        byte[] bytes = V2.bytes(message(declared, name), charset);
        ClinicalRecord record = V2.read(bytes);
        assertThat(V2.place(record, "PID-5.1").text()).isEqualTo(name);
        assertThat(V2.place(record, "PID-5.2").text()).isEqualTo("Jan");
        assertThat(V2.place(record, "PID-5.1").syntax().encode(name)).isEqualTo(V2.bytes(name, charset));
    }

    @Test
    void whatTheSetLacksBecomesAQuestionMark() {
        ClinicalRecord record = V2.read(V2.bytes(message("8859/1", "Doe"), "ISO-8859-1"));
        assertThat(V2.place(record, "PID-5.1").syntax().encode("ałb"))
                .isEqualTo("a?b".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void refusesUnknownSetWhereItMatters() {
        assertThat(V2.read(V2.bytes(message("KLINGON", "Doe"), "UTF-8")).charset())
                .isEqualTo(StandardCharsets.UTF_8);
        byte[] bytes = V2.bytes(message("KLINGON", "Müller"), "ISO-8859-1");
        assertThatThrownBy(() -> V2.read(bytes))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void wideTextIsReadWithAndWithoutByteOrderMark(String charset) {
        for (String mark : new String[] {"", "\uFEFF"}) {
            byte[] bytes = V2.bytes(mark + message("UNICODE UTF-16", "Żółć\uD83D\uDE00"), charset);
            ClinicalRecord record = V2.read(bytes);
            Place place = V2.place(record, "PID-5.1");
            assertThat(record.charset().name()).isEqualTo(charset);
            assertThat(place.text()).isEqualTo("Żółć\uD83D\uDE00");
            assertThat(Arrays.copyOfRange(bytes, place.offset(), place.end()))
                    .isEqualTo(V2.bytes("Żółć\uD83D\uDE00", charset))
                    .isEqualTo(place.syntax().encode(place.text()));
        }
    }

    @Test
    void wideTextThatBreaksOffInsideACharacterIsRefused() {
        byte[] bytes = V2.bytes("\uFEFF" + message("UNICODE", "Doe"), "UTF-16BE");
        assertThatThrownBy(() -> V2.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT));
    }

    @Test
    void bytesDecideAgainstAWrongDeclaration() {
        ClinicalRecord utf8 = V2.read(V2.bytes(message("8859/1", "Żółć"), "UTF-8"));
        assertThat(V2.place(utf8, "PID-5.1").text()).isEqualTo("Żółć");
        ClinicalRecord latin = V2.read(V2.bytes(message("UNICODE UTF-8", "Müller"), "ISO-8859-1"));
        assertThat(V2.place(latin, "PID-5.1").text()).isEqualTo("Müller");
        ClinicalRecord windows = V2.read(V2.bytes(message("", "Kaźmierczak"), "windows-1250"));
        assertThat(V2.place(windows, "PID-5.1").text()).matches("[\\p{L}]+");
    }

    @Test
    void severalSetsWithEscapeSequencesAreOne() {
        byte[] bytes = V2.bytes(message("~ISO IR87~ISO IR159", "山田"), "ISO-2022-JP");
        assertThat(V2.place(V2.read(bytes), "PID-5.1").text()).isEqualTo("山田");
    }

    @Test
    void eachMessageOfABatchHasItsOwnSet() {
        byte[] first = V2.bytes(message("8859/2", "Żółć"), "ISO-8859-2");
        byte[] second = V2.bytes(message("GB 18030-2000", "张雪峰伀"), "GB18030");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(V2.read(both).places().stream()
                        .filter(place -> place.path().equals("PID-5.1"))
                        .map(Place::text))
                .containsExactly("Żółć", "张雪峰伀");
    }

    @Test
    void framingAndByteOrderMarkAreNoText() {
        byte[] bytes = V2.bytes("\u000B" + message("", "Doe") + "\u001C\r", "UTF-8");
        assertThat(V2.place(V2.read(bytes), "PID-5.2").text()).isEqualTo("Jan");
        assertThat(V2.read(V2.bytes("\uFEFF" + message("", "Doe"), "UTF-8"))
                        .identity()
                        .patientName())
                .isEqualTo("Doe^Jan");
    }

    @Test
    void escapesAreResolved() {
        ClinicalRecord record =
                V2.read(V2.HEADER + "NTE|1||a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\.br\\g\\X41\\h\\H\\i\\N\\j\\Z99\\k\\q\r");
        assertThat(V2.place(record, "NTE-3").text()).isEqualTo("a|b^c&d~e\\f\ngAhij\\Z99\\k\\q");
    }

    private static String message(String declared, String name) {
        return "MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|P|2.5||||||" + declared + "\rPID|1||7||" + name + "^Jan\r";
    }
}
