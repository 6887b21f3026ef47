package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.internal.directory.DirectoryReader;

class DicomDirectoryTest {
    private static final int FIRST = Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity;
    private static final int NEXT = Tags.OffsetOfTheNextDirectoryRecord;
    private static final int LOWER = Tags.OffsetOfReferencedLowerLevelDirectoryEntity;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsTheTreeOfARealOne() throws IOException {
        Path path = SharedData.files("dicom").stream()
                .filter(file -> file.endsWith("DICOMDIR"))
                .findFirst()
                .orElseThrow();
        DicomDirectory directory = DicomDirectory.read(DicomFile.open(path));
        List<String> types = new ArrayList<>();
        collect(directory.roots(), types);
        assertThat(types).hasSameSizeAs(directory.records()).contains("PATIENT", "STUDY", "SERIES", "IMAGE");
        assertThat(directory.orphans()).isEmpty();
        assertThat(directory.findings()).extracting(Finding::problem).doesNotContain(DicomProblem.CORRUPT);
        for (DirectoryRecord record : directory.records()) {
            if (record.type().equals("IMAGE")) {
                assertThat(DicomDirectory.file(folder, record)).isPresent();
            }
        }
    }

    @Test
    void brokenLinksAndRingsAreFindings() throws IOException {
        DicomDirectory whole = directory(List.of(0, 1), List.of(0L, 0L), List.of(0L, 0L));
        long patient = whole.records().get(0).offset();
        long study = whole.records().get(1).offset();

        DicomDirectory nested = directory(List.of((int) patient), List.of(0L, 0L), List.of(study, 0L));
        assertThat(nested.roots())
                .singleElement()
                .satisfies(root -> assertThat(root.children()).hasSize(1));
        assertThat(corrupt(nested)).isZero();

        DicomDirectory ring = directory(List.of((int) patient), List.of(patient, 0L), List.of(study, 0L));
        assertThat(ring.roots()).hasSize(1);
        assertThat(corrupt(ring)).isEqualTo(1);

        DicomDirectory nowhere = directory(List.of((int) patient), List.of(7L, 0L), List.of(study, 0L));
        assertThat(corrupt(nowhere)).isEqualTo(1);

        DicomDirectory orphan = directory(List.of((int) patient), List.of(0L, 0L), List.of(0L, 0L));
        assertThat(orphan.orphans())
                .singleElement()
                .satisfies(record -> assertThat(record.type()).isEqualTo("STUDY"));
        assertThat(corrupt(orphan)).isEqualTo(1);
    }

    @Test
    void withoutAnyLinkTheOrderMakesTheTree() throws IOException {
        DicomDirectory directory = directory(List.of(3), List.of(0L, 0L), List.of(0L, 0L));
        assertThat(directory.roots()).singleElement().satisfies(root -> {
            assertThat(root.type()).isEqualTo("PATIENT");
            assertThat(root.children())
                    .singleElement()
                    .satisfies(study -> assertThat(study.type()).isEqualTo("STUDY"));
        });
        assertThat(corrupt(directory)).isEqualTo(2);
    }

    @Test
    void aFileIdNeverLeavesTheFileSet() throws IOException {
        Path file =
                Files.createFile(Files.createDirectory(folder.resolve("dir")).resolve("im1"));
        assertThat(DicomDirectory.file(folder, record("DIR", "IM1"))).contains(file);
        assertThat(DicomDirectory.file(folder, record("DIR", "IM2"))).contains(file.resolveSibling("IM2"));
        for (String component : List.of("..", ".", "", "a/b", "C:", "a\0b")) {
            assertThat(DicomDirectory.file(folder, record("DIR", component))).isEmpty();
        }
        assertThat(DicomDirectory.file(folder, record())).isEmpty();
    }

    @Test
    void levelsHaveALimit() throws IOException {
        assertThat(DicomDirectory.read(chain(DirectoryReader.MAX_LEVELS)).orphans())
                .isEmpty();
        assertThatThrownBy(() -> DicomDirectory.read(chain(DirectoryReader.MAX_LEVELS + 1)))
                .satisfies(DataSetReaderTest.problem(DicomProblem.LIMIT_EXCEEDED));
    }

    /** Each record is the lower level of the one before; all take the same room. */
    private DicomFile chain(int records) throws IOException {
        byte[] meta =
                Part10Writer.fileMeta("1.2.840.10008.1.3.10", "2.25.1", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, null);
        int start = meta.length + 12 + 12;
        int recordBytes = 8 + 12 + 16;
        List<DataSet> items = new ArrayList<>();
        for (int i = 1; i <= records; i++) {
            items.add(new DataSet()
                    .putLongs(LOWER, Vr.UL, i < records ? start + (long) i * recordBytes : 0)
                    .putString(Tags.DirectoryRecordType, "PATIENT"));
        }
        DataSet directory = new DataSet().putInts(FIRST, Vr.UL, start).putSequence(Tags.DirectoryRecordSequence, items);
        Path path = folder.resolve("chain");
        byte[] dataSet = DataSetWriter.toBytes(directory, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Files.write(path, Bytes.bytes().raw(meta).raw(dataSet).toArray());
        return DicomFile.open(path);
    }

    @Test
    void anImageIsNoDirectory() throws IOException {
        Path path = folder.resolve("image");
        DataSet image = new DataSet().putString(Tags.SOPClassUID, "1.2").putString(Tags.SOPInstanceUID, "1.3");
        Part10Writer.write(path, image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThatThrownBy(() -> DicomDirectory.read(DicomFile.open(path)))
                .satisfies(DataSetReaderTest.problem(DicomProblem.NOT_DICOM));
    }

    private static DirectoryRecord record(String... fileId) {
        DataSet attributes =
                new DataSet().putBytes(Tags.ReferencedFileID, Vr.CS, Bytes.ascii(String.join("\\", fileId)));
        return new DirectoryRecord(0, attributes, List.of());
    }

    private static long corrupt(DicomDirectory directory) {
        return directory.findings().stream()
                .filter(finding -> finding.problem() == DicomProblem.CORRUPT)
                .count();
    }

    private static void collect(List<DirectoryRecord> records, List<String> types) {
        for (DirectoryRecord record : records) {
            types.add(record.type());
            collect(record.children(), types);
        }
    }

    /** A patient and a study, whose places do not depend on the offsets they hold. */
    private DicomDirectory directory(List<Integer> first, List<Long> next, List<Long> lower) throws IOException {
        List<DataSet> records = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            records.add(new DataSet()
                    .putLongs(NEXT, Vr.UL, next.get(i))
                    .putLongs(LOWER, Vr.UL, lower.get(i))
                    .putString(Tags.DirectoryRecordType, i == 0 ? "PATIENT" : "STUDY"));
        }
        DataSet directory =
                new DataSet().putInts(FIRST, Vr.UL, first.get(0)).putSequence(Tags.DirectoryRecordSequence, records);
        Path path = folder.resolve("DICOMDIR");
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write(Part10Writer.fileMeta(
                    "1.2.840.10008.1.3.10", "2.25.1", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, null));
            out.write(DataSetWriter.toBytes(directory, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        }
        return DicomDirectory.read(DicomFile.open(path));
    }
}
