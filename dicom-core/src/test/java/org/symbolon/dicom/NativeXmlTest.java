package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeXmlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NativeDicomModel xmlns=\""
            + "http://dicom.nema.org/PS3.19/models/NativeDICOM\" xml:space=\"preserve\">";
    private static final String TAIL = "</NativeDicomModel>";

    @Test
    void writesTheModelAndReadsItBack() throws IOException {
        DataSet item = new DataSet().putString(Tags.CodeValue, "1");
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 192")
                .put(Tags.ImageType, Vr.CS, "A", "", "B")
                .putSequence(Tags.ProcedureCodeSequence, List.of(new DataSet(), item))
                .put(0x00090010, Vr.LO, "SYMBOLON TEST")
                .put(0x00091001, Vr.AT, "(0010,0020)")
                .put(Tags.PatientName, Vr.PN, "Yamada^Tarou=山田^太郎", "^^Mid")
                .putString(Tags.PatientID)
                .put(Tags.PatientComments, Vr.LT, "a\\b <&>\r\n\"c\"")
                .putBytes(Tags.PixelData, Vr.OW, new byte[] {1, 2});
        String xml = xml(dataSet);
        assertThat(xml).isEqualTo(HEAD + """
                <DicomAttribute tag="00080005" vr="CS" keyword="SpecificCharacterSet">\
                <Value number="1">ISO_IR 192</Value></DicomAttribute>\
                <DicomAttribute tag="00080008" vr="CS" keyword="ImageType">\
                <Value number="1">A</Value><Value number="2"/><Value number="3">B</Value></DicomAttribute>\
                <DicomAttribute tag="00081032" vr="SQ" keyword="ProcedureCodeSequence"><Item number="1"/>\
                <Item number="2"><DicomAttribute tag="00080100" vr="SH" keyword="CodeValue">\
                <Value number="1">1</Value></DicomAttribute></Item></DicomAttribute>\
                <DicomAttribute tag="00090010" vr="LO"><Value number="1">SYMBOLON TEST</Value></DicomAttribute>\
                <DicomAttribute tag="00090001" vr="AT" privateCreator="SYMBOLON TEST">\
                <Value number="1">00100020</Value></DicomAttribute>\
                <DicomAttribute tag="00100010" vr="PN" keyword="PatientName"><PersonName number="1">\
                <Alphabetic><FamilyName>Yamada</FamilyName><GivenName>Tarou</GivenName></Alphabetic>\
                <Ideographic><FamilyName>山田</FamilyName><GivenName>太郎</GivenName></Ideographic></PersonName>\
                <PersonName number="2"><Alphabetic><MiddleName>Mid</MiddleName></Alphabetic></PersonName>\
                </DicomAttribute><DicomAttribute tag="00100020" vr="LO" keyword="PatientID"/>\
                <DicomAttribute tag="00104000" vr="LT" keyword="PatientComments">\
                <Value number="1">a\\b &lt;&amp;&gt;&#13;
                "c"</Value></DicomAttribute>\
                <DicomAttribute tag="7FE00010" vr="OW" keyword="PixelData"><InlineBinary>AQI=</InlineBinary>\
                </DicomAttribute>""" + TAIL);
        DataSet read = read(xml);
        assertThat(DataSetWriter.toBytes(read, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isEqualTo(DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    @Test
    void replacesWhatXmlCannotHold() throws IOException {
        assertThat(xml(new DataSet().put(Tags.PatientComments, Vr.LT, "a\fb"))).contains("a\uFFFDb");
        DataSet broken = new DataSet().putBytes(Tags.Modality, Vr.CS, new byte[] {'C', 1, 'T', ' '});
        assertThat(read(xml(broken)).string(Tags.Modality)).isEqualTo("C?T");
    }

    @Test
    void givesPrivateAttributesTheBlockOfTheirCreator() throws IOException {
        DataSet dataSet = read(HEAD + """
                <DicomAttribute tag="00090002" vr="SH" privateCreator="OTHER"><Value number="1">x</Value></DicomAttribute>
                <DicomAttribute tag="00090002" vr="SH" privateCreator="THIRD"><Value number="1">y</Value></DicomAttribute>
                <DicomAttribute tag="00090003" vr="SH" privateCreator="OTHER"><Value number="1">z</Value></DicomAttribute>
                """ + TAIL);
        assertThat(dataSet.string(0x00090010)).isEqualTo("OTHER");
        assertThat(dataSet.string(0x00090011)).isEqualTo("THIRD");
        assertThat(dataSet.string(0x00091002)).isEqualTo("x");
        assertThat(dataSet.string(0x00091102)).isEqualTo("y");
        assertThat(dataSet.string(0x00091003)).isEqualTo("z");
    }

    @Test
    void looksUpReferences() throws IOException {
        String xml = HEAD + "<DicomAttribute tag=\"7FE00010\" vr=\"OB\"><BulkData uuid=\"7\"/></DicomAttribute>" + TAIL;
        DataSet dataSet = NativeXmlReader.read(
                stream(xml),
                ModelLimits.defaults(),
                (tag, vr, reference) -> reference.getBytes(StandardCharsets.UTF_8));
        assertThat(dataSet.bytes(Tags.PixelData)).isEqualTo(new byte[] {'7'});
        assertThatThrownBy(() -> read(xml)).isInstanceOf(DicomFormatException.class);
        assertThat(NativeXmlReader.read(stream(xml), ModelLimits.defaults(), BulkDataResolver.omit())
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a/>",
                "<NativeDicomModel>",
                "<NativeDicomModel>x</NativeDicomModel>",
                "<!DOCTYPE NativeDicomModel [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><NativeDicomModel/>",
                "<NativeDicomModel><DicomAttribute vr=\"LO\"/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100000\" vr=\"UL\"/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"XX\"/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"LO\"/>"
                        + "<DicomAttribute tag=\"00100020\" vr=\"LO\"/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00280010\" vr=\"US\"><Value number=\"1\">65536</Value>"
                        + "</DicomAttribute></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100010\" vr=\"PN\"><Value number=\"1\">x</Value>"
                        + "</DicomAttribute></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"LO\"><Value number=\"0\">x</Value>"
                        + "</DicomAttribute></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"LO\"><Value number=\"1\">&e;</Value>"
                        + "</DicomAttribute></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"7FE00010\" vr=\"OB\"><InlineBinary>!</InlineBinary>"
                        + "</DicomAttribute></NativeDicomModel>"
            })
    void refusesWhatIsNotTheModel(String xml) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(DicomFormatException.class)
                .hasMessageStartingWith("CORRUPT");
    }

    @Test
    void keepsToItsLimits() throws IOException {
        ModelLimits limits =
                ModelLimits.defaults().withMaxDepth(1).withMaxElements(3).withMaxValueBytes(8);
        String inner = "<DicomAttribute tag=\"00081032\" vr=\"SQ\"><Item number=\"1\">";
        String end = "</Item></DicomAttribute>";
        String text =
                "<DicomAttribute tag=\"00100020\" vr=\"LO\"><Value number=\"1\">12345678</Value></DicomAttribute>";
        assertThat(NativeXmlReader.read(stream(HEAD + inner + end + text + TAIL), limits)
                        .size())
                .isEqualTo(2);
        for (String beyond : List.of(
                inner + inner + end + end,
                inner + end + text + "<DicomAttribute tag=\"00100021\" vr=\"LO\"/>",
                text.replace("8<", "89<"))) {
            assertThatThrownBy(() -> NativeXmlReader.read(stream(HEAD + beyond + TAIL), limits))
                    .hasMessageStartingWith("LIMIT_EXCEEDED");
        }
    }

    @Test
    void valuesMayBeLeftOutUpToALimit() throws IOException {
        String last = "<DicomAttribute tag=\"00100020\" vr=\"LO\"><Value number=\"1001\">x</Value></DicomAttribute>";
        assertThat(read(HEAD + last + TAIL).strings(Tags.PatientID)).hasSize(1001);
        assertThatThrownBy(() -> read(HEAD + last.replace("1001", "1002") + TAIL))
                .hasMessageStartingWith("LIMIT_EXCEEDED");
    }

    private static String xml(DataSet dataSet) throws IOException {
        StringBuilder xml = new StringBuilder();
        NativeXmlWriter.write(dataSet, xml, XmlOptions.defaults());
        return xml.toString();
    }

    private static DataSet read(String xml) throws IOException {
        return NativeXmlReader.read(stream(xml), ModelLimits.defaults());
    }

    private static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
