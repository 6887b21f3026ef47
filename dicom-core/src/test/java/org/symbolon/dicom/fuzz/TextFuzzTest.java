package org.symbolon.dicom.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.NativeXmlWriter;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TextLayout;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.XmlOptions;

/** Character sets, JSON and XML take or refuse every input. */
class TextFuzzTest {
    private static final int MUTATIONS = 2_000;

    @Test
    void characterSets() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i <= CharacterSetsFuzz.TERMS.size(); i++) {
            for (String text :
                    List.of("Yamada^Tarou", "\33$B;3ED\33(B^x", "\33$)C\u00fb\u00f3^a", "\33-L\u00b6\\\u00c4")) {
                String terms = i == CharacterSetsFuzz.TERMS.size() ? "\\ISO 2022 IR 87|" : "";
                byte[] sample = ("  " + terms + text).getBytes(StandardCharsets.ISO_8859_1);
                sample[0] = (byte) i;
                sample[1] = (byte) random.nextInt(5);
                samples.add(sample);
            }
        }
        FuzzReplay.of(CharacterSetsFuzz.class, CharacterSetsFuzz::fuzzerTestOneInput)
                .with(samples)
                .run(MUTATIONS);
    }

    @Test
    void json() throws IOException {
        StringBuilder json = new StringBuilder();
        DicomJsonWriter.write(sample(), json, JsonOptions.defaults());
        String other = """
                [{"00080005":{"vr":"CS"}, "00100010":{"Value":[{"Phonetic":"x"},null,{}],"vr":"PN"}},
                {"00091010":{"vr":"DS","Value":["1",-2.5e-3,null],"x":[{"y":true}]},"7FE00010":{"BulkDataURI":["u"],"vr":"OW"}}]""";
        FuzzReplay.of(DicomJsonFuzz.class, DicomJsonFuzz::fuzzerTestOneInput)
                .with(List.of(json.toString().getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                .run(MUTATIONS);
    }

    @Test
    void xml() throws IOException {
        StringBuilder xml = new StringBuilder();
        NativeXmlWriter.write(sample(), xml, XmlOptions.defaults().withLayout(TextLayout.INDENTED));
        FuzzReplay.of(NativeXmlFuzz.class, NativeXmlFuzz::fuzzerTestOneInput)
                .with(List.of(xml.toString().getBytes(StandardCharsets.UTF_8)))
                .run(MUTATIONS / 2);
    }

    private static DataSet sample() {
        List<String> utf8 = List.of("ISO_IR 192");
        DataSet item = new DataSet().putString(Tags.CodeValue, "T-1").putSequence(Tags.ConceptCodeSequence, List.of());
        return new DataSet()
                .putString(Tags.SpecificCharacterSet, utf8.get(0))
                .putString(Tags.ImageType, "A", "", "B")
                .putBytes(Tags.PatientName, Vr.PN, CharacterSets.encode("Yamada^Tarou=山田^太郎=やまだ\\x", Vr.PN, utf8))
                .putString(0x00090010, "SYMBOLON FUZZ")
                .put(0x00091001, Vr.FD, "1.5", "NaN")
                .put(0x00091002, Vr.SV, "-9007199254740993")
                .put(0x00091003, Vr.AT, "(0010,0020)")
                .put(0x00091004, Vr.IS, "5", "", "7")
                .putBytes(0x00091005, Vr.UN, new byte[] {1, 2, 3})
                .put(0x00091006, Vr.LT, "a\\b\r\n<c>&\f")
                .putSequence(Tags.ProcedureCodeSequence, List.of(item, new DataSet()))
                .putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[4]));
    }
}
