package org.symbolon.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** Writes small objects with planted identities: ten instances a study, one patient a study. */
final class TestObjects {
    static final String NAME = "Zebrafischer^Quentin";
    static final String PATIENT_ID = "PLANTED-4711";
    static final String UID_ROOT = "1.3.6.1.4.1.99999.77";
    static final String FOLDER_WORD = "zebrafolder";
    static final int PER_STUDY = 10;

    private static final List<TransferSyntax> SYNTAXES = List.of(
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);

    private TestObjects() {}

    static String accession(int study) {
        return String.format("ACC%07d", study);
    }

    static String sopUid(int number) {
        return UID_ROOT + ".3." + number;
    }

    static TransferSyntax syntax(int number) {
        return SYNTAXES.get(number % SYNTAXES.size());
    }

    static DataSet dataSet(int number) {
        int study = number / PER_STUDY;
        byte[] pixels = new byte[8 * 1024];
        new Random(number).nextBytes(pixels);
        DataSet set = new DataSet();
        set.putString(Tags.SOPClassUID, number % 3 == 0 ? Uids.MRImageStorage : Uids.CTImageStorage);
        set.putString(Tags.SOPInstanceUID, sopUid(number));
        set.putString(Tags.StudyDate, "20210304");
        set.putString(Tags.AccessionNumber, accession(study));
        set.putString(Tags.Modality, "CT");
        set.putString(Tags.PatientName, NAME);
        set.putString(Tags.PatientID, PATIENT_ID + "-" + study);
        set.putString(Tags.PatientBirthDate, "19500203");
        set.putString(Tags.StudyInstanceUID, UID_ROOT + ".1." + study);
        set.putString(Tags.SeriesInstanceUID, UID_ROOT + ".2." + study);
        set.putBytes(Tags.PixelData, Vr.OW, pixels);
        return set;
    }

    static Path write(Path folder, int number) throws IOException {
        return write(folder.resolve("file" + number), number, dataSet(number));
    }

    static Path write(Path file, int number, DataSet set) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Part10Writer.write(file, set, syntax(number));
        return file;
    }

    static List<Path> writeAll(Path folder, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(write(folder.resolve(FOLDER_WORD + i / PER_STUDY), i));
        }
        return files;
    }
}
