package org.symbolon.record.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordOptions;

class HostileXmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CORRUPT|<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
                "CORRUPT|<!DOCTYPE r SYSTEM 'http://localhost/x.dtd'><r/>",
                "CORRUPT|<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><r>&b;</r>",
                "CORRUPT|<r>&nbsp;</r>",
                "CORRUPT|<r>&#0;</r>",
                "CORRUPT|<r>&#xFFFFFFFFF;</r>",
                "CORRUPT|<r a='&x;'/>",
                "CORRUPT|<r a='1' a='2'/>",
                "CORRUPT|<r a='<'/>",
                "CORRUPT|<r a=1/>",
                "CORRUPT|<r a/>",
                "CORRUPT|<r a='1'b='2'/>",
                "CORRUPT|<p:r/>",
                "CORRUPT|<r></s>",
                "CORRUPT|<r/><r/>",
                "CORRUPT|<r/>text",
                "CORRUPT|</r>",
                "CORRUPT|<r>]]></r>",
                "CORRUPT|<r><!-- -- --></r>",
                "CORRUPT|<r><?xml version='1.0'?></r>",
                "CORRUPT|<?xml version='1.0' encoding='UTF-32'?><r/>",
                "CORRUPT|<?xml version='1.0' encoding='IBM037'?><r/>",
                "CORRUPT|<?xml version='1.0' encoding='no-such'?><r/>",
                "CORRUPT|<?xml version='1.0' encoding='UTF-16'?><r/>",
                "TRUNCATED|<r><a>",
                "TRUNCATED|<r a='1",
                "TRUNCATED|<r",
                "TRUNCATED|<r><!-- ",
                "TRUNCATED|<r><![CDATA[ ",
                "TRUNCATED|<r></r",
                "TRUNCATED|<?xml version='1.0'",
                "TRUNCATED|<?xml version='1.0'?>"
            })
    void refuses(ErrorCode code, String xml) {
        assertThat(refused(xml).code()).isEqualTo(code);
    }

    @Test
    void depthIsBounded() {
        assertThat(XmlDocument.parse(nested(200), RecordOptions.defaults())
                        .root()
                        .name())
                .isEqualTo("a");
        assertThat(refused(new String(nested(201), StandardCharsets.UTF_8)).code())
                .isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(refused("<a>".repeat(1_000_000)).code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void attributesAreBounded() {
        assertThat(parse(withAttributes(256)).root().attributes()).hasSize(256);
        assertThat(refused(withAttributes(257)).code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(refused(withAttributes(500_000)).code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void namespacesInScopeAreBounded() {
        String declarations = IntStream.range(0, 200)
                .mapToObj(i -> " xmlns:n" + i + "='urn:" + i + "'")
                .collect(Collectors.joining());
        String open = "<a" + declarations + ">";
        assertThat(refused(open.repeat(3) + "</a>".repeat(3)).code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void nodesAreBounded() {
        RecordOptions few = new RecordOptions(1 << 20, 100, 200, 10);
        byte[] many = ("<r>" + "<a/>".repeat(100) + "</r>").getBytes(StandardCharsets.UTF_8);
        SymbolonException refusal = catchThrowableOfType(SymbolonException.class, () -> XmlDocument.parse(many, few));
        assertThat(refusal.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void messagesShowNoValue() {
        assertThat(refused("<r a='Kowalski' a='Kowalski'>Kowalski</r>").getMessage())
                .doesNotContain("Kowalski");
        assertThat(refused("<r>&Kowalski;</r>").getMessage()).doesNotContain("Kowalski");
        assertThat(refused("<r><Kowalski></r>").getMessage()).doesNotContain("Kowalski");
    }

    private static byte[] nested(int depth) {
        return ("<a>".repeat(depth) + "</a>".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }

    private static String withAttributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> " a" + i + "='1'").collect(Collectors.joining("", "<r", "/>"));
    }

    private static XmlDocument parse(String xml) {
        return XmlDocument.parse(xml.getBytes(StandardCharsets.UTF_8), RecordOptions.defaults());
    }

    private static SymbolonException refused(String xml) {
        return catchThrowableOfType(SymbolonException.class, () -> parse(xml));
    }
}
