package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomJsonReaderTest {
    @Test
    void readsBackWhatIsWritten() throws IOException {
        DataSet item = new DataSet().put(Tags.CodeMeaning, Vr.LO, "plain");
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 192")
                .put(Tags.ImageType, Vr.CS, "A", "", "B")
                .putSequence(Tags.ProcedureCodeSequence, List.of(new DataSet(), item))
                .put(0x00091001, Vr.AT, "(0010,0020)", "(FFFF,FFFF)")
                .put(0x00091002, Vr.UV, "18446744073709551615")
                .put(0x00091003, Vr.FD, "NaN", "-Infinity", "1.0E22")
                .put(0x00091004, Vr.DS, "1.5", "", "x")
                .put(0x00091005, Vr.SS, "-32768")
                .put(Tags.PatientName, Vr.PN, "Yamada^Tarou=山田^太郎=やまだ^たろう", "=洪", "")
                .putString(Tags.PatientID)
                .put(Tags.PatientComments, Vr.LT, "a\\b\r\n\"c\" 😀")
                .putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[] {1, 2}));
        StringBuilder json = new StringBuilder();
        DicomJsonWriter.write(dataSet, json, JsonOptions.defaults());
        assertThat(DataSetWriter.toBytes(read(json.toString()), TransferSyntax.JPEG_BASELINE))
                .isEqualTo(DataSetWriter.toBytes(dataSet, TransferSyntax.JPEG_BASELINE));
    }

    @Test
    void takesMembersInAnyOrderAndWhatOthersWrite() throws IOException {
        DataSet dataSet = read("""
                {"00100020":{"Value":["Ä"],"name":["more",{"x":1}],"vr":"LO"},"00280010":{"vr":"US","Value":["5.0"]},
                "00100010":{"Value":[{"Phonetic":"p"},{}],"vr":"PN"},"00081032":{"Value":[{}]},
                "7FE00010":{"InlineBinary":["AQI="],"vr":"OW"}}""");
        assertThat(dataSet.string(Tags.PatientID)).isEqualTo("Ä");
        assertThat(dataSet.string(Tags.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(dataSet.integer(Tags.Rows, 0)).isEqualTo(5);
        assertThat(dataSet.strings(Tags.PatientName)).containsExactly("==p", "");
        assertThat(dataSet.sequence(Tags.ProcedureCodeSequence)).hasSize(1);
        assertThat(dataSet.bytes(Tags.PixelData)).isEqualTo(new byte[] {1, 2});
        assertThat(read("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"a\"]}}").contains(Tags.SpecificCharacterSet))
                .isFalse();
    }

    @Test
    void readsArraysOneByOne() throws IOException {
        String json = "[{\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"b\"}} , {}]\n";
        try (DicomJsonReader reader = DicomJsonReader.of(
                new StringReader(json), ModelLimits.defaults(), (tag, vr, uri) -> new byte[] {(byte) uri.charAt(0)})) {
            assertThat(Objects.requireNonNull(reader.next()).bytes(Tags.PixelData))
                    .isEqualTo(new byte[] {'b'});
            assertThat(reader.next()).isNotNull();
            assertThat(reader.next()).isNull();
        }
        assertThatThrownBy(() -> read(json)).isInstanceOf(DicomFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[1]",
                "{",
                "{}{}",
                "[{},]",
                "{\"a\":1}",
                "{'00100020':{}}",
                "{\"00100020\":{\"vr\":\"LO\"},}",
                "{\"0010002\":{}}",
                "{\"00100020\":[]}",
                "{\"00100020\":{\"vr\":1}}",
                "{\"00100020\":{\"vr\":\"XX\"}}",
                "{\"00100020\":{\"vr\":\"LO\",\"vr\":\"LO\"}}",
                "{\"00100000\":{\"vr\":\"UL\"}}",
                "{\"00100020\":{\"vr\":\"LO\"},\"00100020\":{\"vr\":\"LO\"}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":\"x\"}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[1]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[true]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[[]]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\x\"]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\u00g0\"]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\ud800\"]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\t\"]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[],\"InlineBinary\":\"\"}}",
                "{\"00100020\":{\"vr\":\"CS\",\"Value\":[\"王\"]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[65536]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[1.5]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[01]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[1e999999999]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[null]}}",
                "{\"00180050\":{\"vr\":\"DS\",\"Value\":[NaN]}}",
                "{\"00180050\":{\"vr\":\"DS\",\"Value\":[1.]}}",
                "{\"7FE00010\":{\"vr\":\"OW\",\"Value\":[1]}}",
                "{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"A\"}}",
                "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"u\"}}",
                "{\"00081032\":{\"vr\":\"SQ\",\"Value\":[{},\"x\"]}}",
                "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"a\",\"00100020\":{\"vr\":\"LO\"}}]}}",
                "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"a\",\"Alphabetic\":\"b\"}]}}"
            })
    void refusesWhatIsNotTheModel(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(DicomFormatException.class)
                .hasMessageStartingWith("CORRUPT");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin1 = {'{', '"', (byte) 0xC4, '"'};
        assertThatThrownBy(() -> DicomJsonReader.read(new ByteArrayInputStream(latin1), ModelLimits.defaults()))
                .hasMessageStartingWith("CORRUPT");
    }

    @Test
    void keepsToItsLimits() throws IOException {
        ModelLimits limits = ModelLimits.defaults()
                .withMaxDepth(1)
                .withMaxElements(3)
                .withMaxValueBytes(9)
                .withMaxDataSetBytes(18);
        String within =
                "\"00081032\":{\"vr\":\"SQ\",\"Value\":[{}]},\"00100020\":{\"vr\":\"LO\",\"Value\":[\"123456789\"]}";
        DicomJsonReader.read(new StringReader("{" + within + "}"), limits);
        String sequence = "\"00081032\":{\"vr\":\"SQ\",\"Value\":[{";
        for (String beyond : List.of(
                within + ",\"00100021\":{\"vr\":\"LO\"}",
                sequence + sequence + "}]}}]}",
                within.replace("789", "7890"),
                "\"00100020\":{\"vr\":\"LO\",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}",
                "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"123456789\"]},\"00100021\":{\"vr\":\"LO\",\"Value\":[\"123456789\"]},"
                        + "\"00100022\":{\"vr\":\"LO\",\"Value\":[\"1\"]}")) {
            assertThatThrownBy(() -> DicomJsonReader.read(new StringReader("{" + beyond + "}"), limits))
                    .hasMessageStartingWith("LIMIT_EXCEEDED");
        }
    }

    private static DataSet read(String json) throws IOException {
        return DicomJsonReader.read(new StringReader(json), ModelLimits.defaults());
    }
}
