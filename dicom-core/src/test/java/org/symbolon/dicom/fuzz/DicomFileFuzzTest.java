package org.symbolon.dicom.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

class DicomFileFuzzTest {
    @Test
    void filesAreReadEditedAndTranscribedOrRefused() throws IOException {
        FuzzReplay.of(DicomFileFuzz.class, DicomFileFuzz::fuzzerTestOneInput)
                .with(samples())
                .run(200);
    }

    @Test
    void filesInMemoryAreReadOrRefusedWithEveryLeniency() throws IOException {
        FuzzReplay.of(DicomBytesFuzz.class, DicomBytesFuzz::fuzzerTestOneInput)
                .with(samples())
                .run(2_000);
    }

    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (TransferSyntax syntax : DataSetReaderFuzz.SYNTAXES) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Part10Writer.write(out, directory(), syntax);
            samples.add(out.toByteArray());
        }
        return samples;
    }

    private static DataSet directory() {
        DataSet record = new DataSet()
                .putLongs(Tags.OffsetOfTheNextDirectoryRecord, Vr.UL, 420)
                .putLongs(Tags.OffsetOfReferencedLowerLevelDirectoryEntity, Vr.UL, 360)
                .putString(Tags.DirectoryRecordType, "PATIENT")
                .putString(Tags.ReferencedFileID, "A", "B");
        return new DataSet()
                .putLongs(Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, Vr.UL, 400)
                .putSequence(Tags.DirectoryRecordSequence, List.of(record, new DataSet(), record))
                .putInts(0x00080000, Vr.UL, 60)
                .putString(Tags.SOPClassUID, "1.2")
                .putString(Tags.SOPInstanceUID, "1.3")
                .putString(Tags.PatientName, "Nobody")
                .putInts(Tags.Rows, Vr.US, 2);
    }
}
