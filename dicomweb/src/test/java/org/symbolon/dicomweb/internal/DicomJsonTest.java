package org.symbolon.dicomweb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.DicomWebOptions;

class DicomJsonTest {
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
        DataSet item = new DataSet().putBytes(0x00091001, Vr.OB, new byte[1026]);
        DataSet dataSet = new DataSet()
                .putSequence(Tags.ProcedureCodeSequence, List.of(new DataSet(), item))
                .putSequence(Tags.ReferencedImageSequence, List.of())
                .putBytes(Tags.PixelData, Vr.OW, new byte[2])
                .putBytes(Tags.DataSetTrailingPadding, Vr.OB, new byte[2]);
        assertJson(dataSet, """
                {"00081032":{"vr":"SQ","Value":[{},{"00091001":{"vr":"OB","BulkDataURI":"u/00081032/2/00091001"}}]},
                "00081140":{"vr":"SQ"},
                "7FE00010":{"vr":"OW","BulkDataURI":"u/7FE00010"},
                "FFFCFFFC":{"vr":"OB","InlineBinary":"AAA="}}""");
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
        byte[] bytes = DataSetWriter.toBytes(dataSet, syntax);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text);
                DataSetReader reader =
                        DataSetReader.of(new ByteArrayInputStream(bytes), syntax, ReaderOptions.defaults())) {
            new DicomJsonStream(json, DicomWebOptions.defaults(), "u/").write(reader, bytes.length);
        }
        return text.toString();
    }
}
