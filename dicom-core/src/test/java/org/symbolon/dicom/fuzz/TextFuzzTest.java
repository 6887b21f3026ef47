package org.symbolon.dicom.fuzz;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.NativeXmlWriter;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.XmlOptions;

class TextFuzzTest {
    private static final int MUTATIONS = 2_000;

    @Test
    void readsOrRefusesEveryJson() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (DataSet dataSet : dataSets()) {
            StringBuilder out = new StringBuilder();
            DicomJsonWriter.write(dataSet, out, JsonOptions.defaults());
            samples.add(out.toString().getBytes(StandardCharsets.UTF_8));
        }
        FuzzReplay.of(DicomJsonFuzz.class, DicomJsonFuzz::fuzzerTestOneInput)
                .with(samples)
                .run(MUTATIONS);
    }

    @Test
    void readsOrRefusesEveryXml() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (DataSet dataSet : dataSets()) {
            StringBuilder out = new StringBuilder();
            NativeXmlWriter.write(dataSet, out, XmlOptions.defaults());
            samples.add(out.toString().getBytes(StandardCharsets.UTF_8));
        }
        FuzzReplay.of(NativeXmlFuzz.class, NativeXmlFuzz::fuzzerTestOneInput)
                .with(samples)
                .run(MUTATIONS);
    }

    @Test
    void decodesEveryText() throws IOException {
        List<byte[]> samples = List.of(
                "0ISO_IR 100\nMüller^Jörg".getBytes(StandardCharsets.ISO_8859_1),
                "0\\ISO 2022 IR 87\nYamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B"
                        .getBytes(StandardCharsets.ISO_8859_1),
                "1ISO 2022 IR 13\\ISO 2022 IR 87\nabc".getBytes(StandardCharsets.ISO_8859_1),
                "0\\ISO 2022 IR 149\n\u001b$)C\u00fb\u00f3^\u001b$)C\u00d1\u00ce".getBytes(StandardCharsets.ISO_8859_1),
                "2ISO_IR 192\nПривет".getBytes(StandardCharsets.UTF_8),
                "3GB18030\n王^小东".getBytes(Charset.forName("GB18030")),
                "1\\ISO 2022 IR 58\n\u001b$)A\u00cd\u00f5".getBytes(StandardCharsets.ISO_8859_1));
        FuzzReplay.of(CharacterSetsFuzz.class, CharacterSetsFuzz::fuzzerTestOneInput)
                .with(samples)
                .run(4 * MUTATIONS);
    }

    private static List<DataSet> dataSets() {
        return List.of(
                DataSetReaderFuzzTest.sample(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                DataSetReaderFuzzTest.sample(TransferSyntax.JPEG_BASELINE));
    }
}
