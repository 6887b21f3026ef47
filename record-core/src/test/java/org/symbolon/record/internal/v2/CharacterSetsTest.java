package org.symbolon.record.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;

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

    @Test
    void refusesUtf16() {
        byte[] bytes = V2.bytes("\uFEFF" + message("UNICODE", "Doe"), "UTF-16BE");
        assertThatThrownBy(() -> V2.read(bytes))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT));
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
