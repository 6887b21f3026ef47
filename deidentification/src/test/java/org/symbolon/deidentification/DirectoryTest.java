package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.DicomDirectory;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DirectoryRecord;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class DirectoryTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Hospital hospital;

    @BeforeEach
    void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterEach
    void close() {
        hospital.close();
    }

    @ParameterizedTest
    @EnumSource(SequenceLengths.class)
    void recordsStayLinkedAndNameNobody(SequenceLengths lengths) throws IOException {
        Path original = write(lengths, "Mustermann^Max", "PID4711", "PID4711");
        Path anonymous = folder.resolve("ANON");
        Path back = folder.resolve("BACK");
        List<String> before = tree(DicomDirectory.read(DicomFile.open(original)).roots());

        try (DeidentifiedObject object = deidentifier().deidentify(original)) {
            object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
            new Reidentifier().personalise(anonymous, object.identityHalf(), back);
        }

        assertThat(Files.mismatch(original, back)).isEqualTo(-1);
        DicomDirectory directory = DicomDirectory.read(DicomFile.open(anonymous));
        assertThat(directory.findings()).isEmpty();
        assertThat(directory.orphans()).isEmpty();
        assertThat(tree(directory.roots())).isEqualTo(before);
        DirectoryRecord patient = directory.roots().get(0);
        assertThat(patient.attributes().string(Tags.PatientID)).hasSize(16);
        assertThat(patient.attributes().string(Tags.PatientName))
                .isEqualTo(patient.attributes().string(Tags.PatientID));
        DirectoryRecord image =
                patient.children().get(0).children().get(0).children().get(0);
        assertThat(image.attributes().string(Tags.ReferencedSOPInstanceUIDInFile))
                .startsWith("2.25.");
        assertThat(image.referencedFileId()).hasSize(2).allMatch(name -> name.matches("[0-9A-Z]{8}"));
        assertThat(Files.readString(anonymous, StandardCharsets.ISO_8859_1))
                .doesNotContain("Muster", "MUSTER", "PID4711", "1.2.826.0.1.3680043.10.1999");
    }

    @Test
    void directoriesAreTakenOnlyWhereTheyAreWanted() throws IOException {
        Path original = write(SequenceLengths.DEFINED, "Mustermann^Max", "PID4711", "PID4711");

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> hospital.deidentifier("basic").deidentify(original))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_UID));
    }

    @Test
    void directoryOfTwoPatientsIsRefused() throws IOException {
        Path original = write(SequenceLengths.DEFINED, "Mustermann^Max", "PID4711", "PID4712");

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> deidentifier().deidentify(original))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT));
    }

    private Deidentifier deidentifier() {
        DeidentifierOptions options =
                DeidentifierOptions.of("clinic").withTemporaryFolder(folder).withDirectories();
        return new Deidentifier(Profiles.byName("archive"), hospital.crosswalk(), options);
    }

    private static List<String> tree(List<DirectoryRecord> records) {
        List<String> tree = new ArrayList<>();
        for (DirectoryRecord record : records) {
            tree.add(record.type() + tree(record.children()));
        }
        return tree;
    }

    /** Two patients with a study, a series and an image each, or one patient with two records. */
    private Path write(SequenceLengths lengths, String name, String firstId, String secondId) throws IOException {
        List<DataSet> records = new ArrayList<>();
        for (String id : List.of(firstId, secondId)) {
            records.add(record("PATIENT").putString(Tags.PatientName, name).putString(Tags.PatientID, id));
            records.add(record("STUDY")
                    .putString(Tags.StudyDate, "20240301")
                    .putString(Tags.StudyInstanceUID, SampleObject.STUDY));
            records.add(record("SERIES").putString(Tags.SeriesInstanceUID, SampleObject.SERIES));
            records.add(record("IMAGE")
                    .putString(Tags.ReferencedFileID, "MUSTERMA", "IM1")
                    .putString(Tags.ReferencedSOPClassUIDInFile, Uids.CTImageStorage)
                    .putString(Tags.ReferencedSOPInstanceUIDInFile, SampleObject.INSTANCE)
                    .putString(Tags.ReferencedTransferSyntaxUIDInFile, EXPLICIT.uid()));
        }
        byte[] meta = Part10Writer.fileMeta(
                Uids.MediaStorageDirectoryStorage, "1.2.826.0.1.3680043.10.1999.9", EXPLICIT, null);
        DataSet directory = new DataSet()
                .putString(Tags.FileSetID, "MUSTERMANN")
                .putLongs(Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, Vr.UL, 0)
                .putLongs(Tags.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, Vr.UL, 0)
                .putSequence(Tags.DirectoryRecordSequence, records);
        Path file = folder.resolve("DICOMDIR");
        // Once to learn where the records are, once with the links.
        write(file, meta, directory, lengths);
        List<Long> offsets = DicomDirectory.read(DicomFile.open(file)).records().stream()
                .map(DirectoryRecord::offset)
                .toList();
        directory.putLongs(Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, Vr.UL, offsets.get(0));
        directory.putLongs(Tags.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, Vr.UL, offsets.get(4));
        records.get(0).putLongs(Tags.OffsetOfTheNextDirectoryRecord, Vr.UL, offsets.get(4));
        for (int i = 0; i < records.size(); i++) {
            if (i % 4 < 3) {
                records.get(i).putLongs(Tags.OffsetOfReferencedLowerLevelDirectoryEntity, Vr.UL, offsets.get(i + 1));
            }
        }
        directory.putSequence(Tags.DirectoryRecordSequence, records);
        write(file, meta, directory, lengths);
        return file;
    }

    private static void write(Path file, byte[] meta, DataSet directory, SequenceLengths lengths) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(meta);
            new DataSetWriter(out, EXPLICIT, lengths).write(directory);
        }
    }

    private static DataSet record(String type) {
        return new DataSet()
                .putLongs(Tags.OffsetOfTheNextDirectoryRecord, Vr.UL, 0)
                .putInts(Tags.RecordInUseFlag, Vr.US, 0xFFFF)
                .putLongs(Tags.OffsetOfReferencedLowerLevelDirectoryEntity, Vr.UL, 0)
                .putString(Tags.DirectoryRecordType, type);
    }
}
