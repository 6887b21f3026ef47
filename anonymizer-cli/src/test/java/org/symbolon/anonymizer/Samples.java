package org.symbolon.anonymizer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** Invented files. */
final class Samples {
    private Samples() {}

    static Path write(Path file, String instance, TransferSyntax syntax, SequenceLengths lengths) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Part10Writer.fileMeta(Uids.CTImageStorage, instance, syntax, null));
            new DataSetWriter(out, syntax, lengths).write(dataSet(instance));
        }
        return file;
    }

    private static DataSet dataSet(String instance) {
        DataSet request = new DataSet();
        request.putString(Tags.RequestedProcedureID, "RP1");
        request.putString(Tags.PatientName, "Nested^Nora");
        DataSet other = new DataSet();
        other.putString(Tags.PatientName, "Deep^Dora");
        other.putString(Tags.CodeMeaning, "stays");
        DataSet object = new DataSet();
        object.putString(Tags.SpecificCharacterSet, "ISO_IR 100");
        object.putString(Tags.SOPClassUID, Uids.CTImageStorage);
        object.putString(Tags.SOPInstanceUID, instance);
        object.putString(Tags.AccessionNumber, "ACC1");
        object.putString(Tags.Modality, "CT");
        object.putString(Tags.PatientName, "M\u00FCster^Max");
        object.putString(Tags.PatientID, "PID 4711");
        object.putString(Tags.PatientComments, "two lines\r\nof comments");
        object.putString(Tags.StudyInstanceUID, "1.2.3.1");
        object.putString(Tags.SeriesInstanceUID, "1.2.3.2");
        object.putInts(Tags.Rows, Vr.US, 2);
        object.putSequence(Tags.ProcedureCodeSequence, List.of(other));
        object.putSequence(Tags.RequestAttributesSequence, List.of(request, request));
        object.putBytes(Tags.PixelData, Vr.OW, new byte[] {1, 2, 3, 4});
        return object;
    }
}
