package org.symbolon.dicomweb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.DicomWebOptions;

class MetadataOptionsTest {
    @Test
    void pixelDataAndLongValuesAreResourcesOfTheirOwn() throws IOException {
        DataSet item =
                new DataSet().putBytes(0x00091001, Vr.OB, new byte[1026]).putBytes(0x00091002, Vr.UT, new byte[1026]);
        DataSet dataSet = new DataSet()
                .putSequence(Tags.ProcedureCodeSequence, List.of(new DataSet(), item))
                .putBytes(Tags.PixelData, Vr.OW, new byte[2])
                .putBytes(Tags.DataSetTrailingPadding, Vr.OB, new byte[2]);
        StringBuilder json = new StringBuilder();
        DicomJsonWriter.write(dataSet, json, MetadataOptions.of(DicomWebOptions.defaults(), "u/", JsonOptions.UNKNOWN));
        assertThat(json).hasToString("""
                {"00081032":{"vr":"SQ","Value":[{},{"00091001":{"vr":"OB","BulkDataURI":"u/00081032/2/00091001"},
                "00091002":{"vr":"UT"}}]},
                "7FE00010":{"vr":"OW","BulkDataURI":"u/7FE00010"},
                "FFFCFFFC":{"vr":"OB","InlineBinary":"AAA="}}""".replace("\n", ""));
    }
}
