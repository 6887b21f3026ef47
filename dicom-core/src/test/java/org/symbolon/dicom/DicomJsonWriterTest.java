package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class DicomJsonWriterTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @Test
    void writesTextNumbersAndNames() throws IOException {
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 101")
                .put(Tags.ImageType, Vr.CS, "ORIGINAL", "", "X")
                .putString(Tags.PatientName, "Żak^Jan")
                .putString(Tags.PatientID)
                .putString(Tags.SliceThickness, "+1.50")
                .putString(Tags.PixelSpacing, "0.5", "oops");
        assertJson(dataSet, """
                {"00080005":{"vr":"CS","Value":["ISO_IR 192"]},
                "00080008":{"vr":"CS","Value":["ORIGINAL",null,"X"]},
                "00100010":{"vr":"PN","Value":[{"Alphabetic":"Żak^Jan"}]},
                "00100020":{"vr":"LO"},
                "00180050":{"vr":"DS","Value":[1.50]},
                "00280030":{"vr":"DS","Value":[0.5,"oops"]}}""");
    }

    @Test
    void writesBinaryNumbersWhateverTheByteOrder() throws IOException {
        ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        doubles.putDouble(0.25).putDouble(Double.NaN);
        DataSet dataSet = new DataSet()
                .putInts(Tags.Rows, Vr.US, 65535)
                .putBytes(Tags.FrameIncrementPointer, Vr.AT, new byte[] {0x18, 0, 0x63, 0x10})
                .putBytes(0x00091002, Vr.OW, new byte[] {1, 2})
                .putBytes(0x00091003, Vr.FD, doubles.array())
                .putBytes(0x00091004, Vr.UV, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
        String expected = """
                {"00091002":{"vr":"OW","InlineBinary":"AQI="},
                "00091003":{"vr":"FD","Value":[0.25,"NaN"]},
                "00091004":{"vr":"UV","Value":["18446744073709551615"]},
                "00280009":{"vr":"AT","Value":["00181063"]},
                "00280010":{"vr":"US","Value":[65535]}}""";
        assertJson(dataSet, expected);
        assertThat(json(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)).isEqualTo(expected.replace("\n", ""));
    }

    @Test
    void writesSequencesAndRefersToLongValues() throws IOException {
        DataSet item = new DataSet().putBytes(0x00091001, Vr.OB, new byte[10]);
        DataSet dataSet = new DataSet()
                .putSequence(Tags.ProcedureCodeSequence, List.of(new DataSet(), item))
                .putSequence(Tags.ReferencedImageSequence, List.of())
                .putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[2]))
                .putBytes(Tags.DataSetTrailingPadding, Vr.OB, new byte[2]);
        JsonOptions references =
                JsonOptions.defaults().withBulkData(BulkDataPolicy.referenceAbove(9, value -> "u/" + value.path()));
        String begin = """
                {"00081032":{"vr":"SQ","Value":[{},{"00091001":{"vr":"OB","BulkDataURI":"u/00081032/2/00091001"}}]},
                "00081140":{"vr":"SQ"},
                "7FE00010":{"vr":"OB","BulkDataURI":"u/7FE00010"}""".replace("\n", "");
        String end = ",\"FFFCFFFC\":{\"vr\":\"OB\",\"InlineBinary\":\"AAA=\"}}";
        TransferSyntax jpeg = TransferSyntax.JPEG_BASELINE;
        assertThat(json(dataSet, jpeg, references)).isEqualTo(begin + end);
        assertThat(json(dataSet, jpeg, references.withEnd(ModelEnd.AT_ENCAPSULATED_PIXEL_DATA)))
                .isEqualTo(begin + "}");
        JsonOptions omitting = JsonOptions.defaults().withBulkData(BulkDataPolicy.omitAbove(9));
        assertThat(json(dataSet, jpeg, omitting))
                .isEqualTo("{\"00081032\":{\"vr\":\"SQ\",\"Value\":[{},{}]},\"00081140\":{\"vr\":\"SQ\"}" + end);
        assertThat(json(dataSet, jpeg))
                .contains("\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"/v8A4AAAAAD+/wDgAgAAAAAA\"}");
        StringBuilder fromMemory = new StringBuilder();
        DicomJsonWriter.write(dataSet, fromMemory, references);
        assertThat(fromMemory).hasToString(begin + end);
    }

    @Test
    void writesNumbersThatJsonCannotHoldAsStrings() throws IOException {
        DataSet dataSet = new DataSet()
                .put(0x00091001, Vr.SV, "9007199254740991", "-9007199254740992")
                .put(0x00091002, Vr.DS, "1e400", "1.50", " +2 ", "-.5")
                .put(0x00091003, Vr.FL, "1.1", "-Infinity");
        assertJson(dataSet, """
                {"00091001":{"vr":"SV","Value":[9007199254740991,"-9007199254740992"]},
                "00091002":{"vr":"DS","Value":["1e400",1.50,2,-0.5]},
                "00091003":{"vr":"FL","Value":[1.100000023841858,"-inf"]}}""");
        assertThat(json(dataSet, EXPLICIT, JsonOptions.defaults().withNumberStrings(NumberStrings.AS_STRINGS)))
                .contains("[\"1e400\",\"1.50\",\"+2\",\"-.5\"]");
    }

    @Test
    void leavesOutGroupLengthsAndWhatComesTwice() throws IOException {
        DataSet dataSet = new DataSet().putInts(0x00100000, Vr.UL, 5).putString(Tags.PatientID, "1");
        assertJson(dataSet, "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"1\"]}}");
    }

    @Test
    void writesArraysAndLines() throws IOException {
        StringBuilder array = new StringBuilder();
        try (DicomJsonWriter writer = DicomJsonWriter.array(array)) {
            writer.add(new DataSet(), JsonOptions.defaults());
            writer.add(new DataSet().putString(Tags.PatientID), JsonOptions.defaults());
        }
        assertThat(array).hasToString("[{},{\"00100020\":{\"vr\":\"LO\"}}]");
        StringBuilder lines = new StringBuilder();
        DicomJsonWriter.write(
                new DataSet().putString(Tags.PatientID, "1"),
                lines,
                JsonOptions.defaults().withLayout(TextLayout.INDENTED));
        assertThat(lines).hasToString("""
                {
                  "00100020": {
                    "vr": "LO",
                    "Value": [
                      "1"
                    ]
                  }
                }""");
    }

    @Test
    void signedPixelValuesOfImplicitDataSetsAreSigned() throws IOException {
        DataSet dataSet = new DataSet()
                .putInts(Tags.PixelRepresentation, Vr.US, 1)
                .putInts(Tags.SmallestImagePixelValue, Vr.SS, -5);
        assertThat(json(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .contains("\"00280106\":{\"vr\":\"SS\",\"Value\":[-5]}");
    }

    private static void assertJson(DataSet dataSet, String expected) throws IOException {
        assertThat(json(dataSet, EXPLICIT)).isEqualTo(expected.replace("\n", ""));
    }

    private static String json(DataSet dataSet, TransferSyntax syntax) throws IOException {
        return json(dataSet, syntax, JsonOptions.defaults());
    }

    private static String json(DataSet dataSet, TransferSyntax syntax, JsonOptions options) throws IOException {
        byte[] bytes = DataSetWriter.toBytes(dataSet, syntax);
        StringBuilder text = new StringBuilder();
        try (DataSetReader reader = DataSetReader.of(bytes, syntax, ReaderOptions.defaults())) {
            DicomJsonWriter.write(reader, text, options);
        }
        return text.toString();
    }
}
