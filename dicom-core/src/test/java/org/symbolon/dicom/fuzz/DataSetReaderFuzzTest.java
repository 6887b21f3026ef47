package org.symbolon.dicom.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

class DataSetReaderFuzzTest {
    @Test
    void readsOrRefusesEveryInput() throws IOException {
        FuzzReplay.of(DataSetReaderFuzz.class, DataSetReaderFuzz::fuzzerTestOneInput)
                .with(samples())
                .run(3_000);
    }

    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (int i = 0; i < DataSetReaderFuzz.SYNTAXES.size(); i++) {
            for (SequenceLengths lengths : SequenceLengths.values()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(i);
                new DataSetWriter(out, DataSetReaderFuzz.SYNTAXES.get(i), lengths)
                        .write(sample(DataSetReaderFuzz.SYNTAXES.get(i)));
                samples.add(out.toByteArray());
            }
        }
        return samples;
    }

    static DataSet sample(TransferSyntax syntax) {
        DataSet code = new DataSet().putString(Tags.CodeValue, "T-04000").putString(Tags.CodingSchemeDesignator, "SRT");
        DataSet item = new DataSet()
                .putString(Tags.ReferencedSOPInstanceUID, "1.2.3")
                .putSequence(Tags.PurposeOfReferenceCodeSequence, List.of(code));
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 100")
                .putSequence(Tags.ReferencedImageSequence, List.of(item, new DataSet()))
                .putString(Tags.PatientName, "Nobody^At^All")
                .put(0x00290010, Vr.LO, "SYMBOLON FUZZ")
                .putBytes(0x00291001, Vr.UN, new byte[7])
                .putInts(Tags.Rows, Vr.US, 2);
        return syntax.encapsulated()
                ? dataSet.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[6]))
                : dataSet.putBytes(Tags.PixelData, Vr.OW, new byte[8]);
    }
}
