package org.symbolon.record.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.record.RecordOptions;

class XmlDocumentTest {
    @Test
    void knowsTheBytesOfEverything() {
        String xml =
                "<?xml version='1.0'?>\r\n<!-- a --><r x = \"1&amp;2\"\n y='\u017c'><a>t\u0119xt<![CDATA[<c>]]>&#x17C;\uD83D\uDE00</a><b /></r>";
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        XmlDocument document = XmlDocument.parse(bytes, RecordOptions.defaults());

        XmlElement root = document.root();
        assertThat(written(bytes, root.start(), root.end())).startsWith("<r ").endsWith("</r>");
        XmlAttribute x = root.attributes().get(0);
        assertThat(x.value()).isEqualTo("1&2");
        assertThat(written(bytes, x.valueStart(), x.valueEnd())).isEqualTo("1&amp;2");
        assertThat(written(bytes, x.start(), x.end())).isEqualTo(" x = \"1&amp;2\"");
        XmlAttribute y = root.attributes().get(1);
        assertThat(written(bytes, y.start(), y.end())).isEqualTo("\n y='\u017c'");
        XmlElement a = root.elements("a").get(0);
        assertThat(a.text()).isEqualTo("t\u0119xt<c>\u017c\uD83D\uDE00");
        assertThat(written(bytes, a.contentStart(), a.contentEnd()))
                .isEqualTo("t\u0119xt<![CDATA[<c>]]>&#x17C;\uD83D\uDE00");
        XmlNode cdata = a.children().get(1);
        assertThat(written(bytes, cdata.start(), cdata.end())).isEqualTo("<c>");
        XmlElement b = root.elements("b").get(0);
        assertThat(b.contentStart()).isEqualTo(b.end());
        XmlMarkup comment = document.outside().get(0);
        assertThat(written(bytes, comment.start(), comment.end())).isEqualTo("<!-- a -->");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "ISO-8859-2",
                "ISO-8859-13",
                "windows-1250",
                "windows-1257",
                "US-ASCII"
            })
    void readsEachCharacterSetAtItsOwnOffsets(String name) {
        Charset charset = Charset.forName(name);
        String value = name.equals("US-ASCII") ? "Zolc" : "\u017c\u0105\u010d";
        boolean utf16 = name.startsWith("UTF-16");
        String xml = "<?xml version=\"1.0\" encoding=\"" + (utf16 ? "UTF-16" : name) + "\"?><r a='" + value + "'>"
                + value + "!</r>";
        byte[] bytes = ((utf16 ? "\uFEFF" : "") + xml).getBytes(charset);
        XmlDocument document = XmlDocument.parse(bytes, RecordOptions.defaults());

        assertThat(document.charset()).isEqualTo(charset);
        assertThat(document.root().text()).isEqualTo(value + "!");
        XmlAttribute a = document.root().attributes().get(0);
        assertThat(new String(bytes, a.valueStart(), a.valueEnd() - a.valueStart(), charset))
                .isEqualTo(value);
        XmlNode text = document.root().children().get(0);
        assertThat(new String(bytes, text.start(), text.end() - text.start(), charset))
                .isEqualTo(value + "!");
        byte[] written = XmlPlaceSyntax.text(charset).encode("<" + value + "&\uD83D\uDE00");
        String read = new String(written, charset);
        assertThat(read).startsWith("&lt;" + value + "&amp;");
        assertThat(read).endsWith(charset.name().startsWith("UTF") ? "\uD83D\uDE00" : "&#x1F600;");
    }

    @Test
    void undecodableBytesAreReplacedAndKeepTheirOffsets() {
        byte[] bytes = "<r><a>M#ller</a><b>x</b></r>".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xFC;
        XmlElement root = XmlDocument.parse(bytes, RecordOptions.defaults()).root();
        assertThat(root.first("a").orElseThrow().text()).isEqualTo("M\uFFFDller");
        XmlNode b = root.first("b").orElseThrow().children().get(0);
        assertThat(written(bytes, b.start(), b.end())).isEqualTo("x");
    }

    @Test
    void resolvesNamespacesDeclaredBehindTheirUse() {
        XmlElement root = XmlDocument.parse(
                        "<p:r p:a='1' b='2' xmlns:p='urn:p' xmlns='urn:d'><c xmlns=''/><d/></p:r>"
                                .getBytes(StandardCharsets.UTF_8),
                        RecordOptions.defaults())
                .root();
        assertThat(root.is("urn:p", "r")).isTrue();
        assertThat(root.attribute("urn:p", "a")).contains("1");
        assertThat(root.attribute("b")).isEqualTo("2");
        assertThat(root.elements("c").get(0).namespace()).isEmpty();
        assertThat(root.elements("d").get(0).namespace()).isEqualTo("urn:d");
    }

    @Test
    void writesWhatXmlForbidsAsQuestionMarks() {
        assertThat(ascii(XmlPlaceSyntax.attribute(StandardCharsets.UTF_8).encode("a\u0001\"'\n<")))
                .isEqualTo("a?&quot;&apos;&#xA;&lt;");
        assertThat(ascii(XmlPlaceSyntax.cdata(StandardCharsets.US_ASCII).encode("]]>\u017c")))
                .isEqualTo("]]]]><![CDATA[>?");
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String written(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
