package org.symbolon.deidentification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** An invented object with identity in every kind of place. */
final class SampleObject {
    static final String STUDY = "1.2.826.0.1.3680043.10.1999.1";
    static final String SERIES = "1.2.826.0.1.3680043.10.1999.2";
    static final String INSTANCE = "1.2.826.0.1.3680043.10.1999.3";
    static final String REFERENCED = "1.2.826.0.1.3680043.10.1999.4";
    static final int PRIVATE_CREATOR = 0x00090010;
    static final int PRIVATE_VALUE = 0x00091010;

    private SampleObject() {}

    static DataSet dataSet() {
        DataSet reference = new DataSet();
        reference.putString(Tags.ReferencedSOPClassUID, Uids.CTImageStorage);
        reference.putString(Tags.ReferencedSOPInstanceUID, REFERENCED);
        DataSet observer = new DataSet();
        observer.putString(Tags.VerifyingObserverName, "Reader^Rolf");
        observer.putString(Tags.VerifyingOrganization, "St. Elsewhere");
        DataSet content = new DataSet();
        content.putString(Tags.ValueType, "UIDREF");
        content.putString(Tags.UID, REFERENCED);
        content.putString(Tags.PatientID, "PID4711");
        content.putString(Tags.PatientName, "Somebody^Else");
        content.putSequence(Tags.ReferencedSOPSequence, List.of(reference));
        content.put(PRIVATE_CREATOR, Vr.LO, "ACME");
        content.put(PRIVATE_VALUE, Vr.LO, "deep private");

        DataSet object = new DataSet();
        object.putString(Tags.SpecificCharacterSet, "ISO_IR 100");
        object.putString(Tags.SOPClassUID, Uids.CTImageStorage);
        object.putString(Tags.SOPInstanceUID, INSTANCE);
        object.putString(Tags.StudyDate, "20240301");
        object.putString(Tags.StudyTime, "101500");
        object.putString(Tags.AccessionNumber, "ACC12345");
        object.putString(Tags.Modality, "CT");
        object.putString(Tags.InstitutionName, "St. Elsewhere");
        object.putString(Tags.ReferringPhysicianName, "M\u00FCller^J\u00FCrgen");
        object.putSequence(Tags.ReferencedStudySequence, List.of(reference));
        object.putSequence(Tags.ReferencedImageSequence, List.of(reference));
        object.put(PRIVATE_CREATOR, Vr.LO, "ACME");
        object.put(PRIVATE_VALUE, Vr.LO, "top private");
        object.putString(Tags.PatientName, "M\u00FCster^Max");
        object.putString(Tags.PatientID, "PID4711");
        object.putString(Tags.PatientBirthDate, "19610417");
        object.putString(Tags.PatientSex, "M");
        object.putString(Tags.PatientAge, "062Y");
        object.putString(Tags.OtherPatientIDs, "ALT1", "KV2");
        object.putString(Tags.PatientComments, "calls from ward 7");
        object.putString(Tags.StudyInstanceUID, STUDY);
        object.putString(Tags.SeriesInstanceUID, SERIES);
        object.putInts(Tags.Rows, Vr.US, 4);
        object.putInts(Tags.Columns, Vr.US, 4);
        object.putSequence(Tags.VerifyingObserverSequence, List.of(observer));
        object.putSequence(Tags.ContentSequence, List.of(content, content));
        object.putBytes(Tags.PixelData, Vr.OW, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        return object;
    }

    static Path write(Path file, DataSet object, TransferSyntax syntax, SequenceLengths lengths) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Part10Writer.fileMeta(Uids.CTImageStorage, INSTANCE, syntax, null));
            new DataSetWriter(out, syntax, lengths).write(object);
        }
        return file;
    }

    static DataSet read(Path file) throws IOException {
        try (DataSetReader reader = DicomFile.open(file).reader(ReaderOptions.defaults())) {
            return DataSet.read(reader);
        }
    }
}
