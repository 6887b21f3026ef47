package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomFileTest {
    private static final byte[] DATA_SET = bytes().element(Tags.SOPClassUID, Vr.UI, "1.2\0")
            .element(Tags.SOPInstanceUID, Vr.UI, "1.2.3\0")
            .element(Tags.Modality, Vr.CS, "CT")
            .element(Tags.PatientName, Vr.PN, "A^B ")
            .toArray();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static TransferSyntax[] syntaxes() {
        return new TransferSyntax[] {
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN
        };
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void opensWhatPart10WriterWrites(TransferSyntax syntax) throws IOException {
        Path path = folder.resolve("image.dcm");
        Part10Writer.write(path, DataSetWriterTest.sample(), syntax);
        DicomFile file = DicomFile.open(path);
        assertThat(file.hasPreamble()).isTrue();
        assertThat(file.transferSyntax()).isEqualTo(syntax);
        assertThat(file.fileMeta().string(Tags.MediaStorageSOPInstanceUID)).isEqualTo("1.2.3.4");
        assertThat(file.fileMeta().string(Tags.ImplementationClassUID))
                .isEqualTo(Part10Writer.IMPLEMENTATION_CLASS_UID);
        assertThat(file.fileMeta().integer(Tags.FileMetaInformationGroupLength, 0))
                .isEqualTo((int) file.dataSetOffset() - 128 - 4 - 12);
        try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
            assertThat(DataSet.read(reader).string(Tags.PatientName)).isEqualTo("Żółw^Ala");
        }
    }

    @Test
    void thePreambleMayBeMissing() throws IOException {
        byte[] whole = meta("1.2.840.10008.1.2.1\0", DATA_SET);
        DicomFile withPrefix = open(Arrays.copyOfRange(whole, 128, whole.length));
        assertThat(withPrefix.hasPreamble()).isFalse();
        assertThat(withPrefix.dataSetOffset()).isEqualTo(whole.length - DATA_SET.length - 128);
        DicomFile withoutPrefix = open(Arrays.copyOfRange(whole, 132, whole.length));
        assertThat(withoutPrefix.dataSetOffset()).isEqualTo(whole.length - DATA_SET.length - 132);
        assertReadable(withoutPrefix);
    }

    @Test
    void theMetaGroupMayBeMissing() throws IOException {
        DicomFile bare = open(DATA_SET);
        assertThat(bare.dataSetOffset()).isZero();
        assertThat(bare.fileMeta().isEmpty()).isTrue();
        assertThat(bare.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertReadable(bare);
        DicomFile withPreamble =
                open(bytes().raw(new byte[128]).raw("DICM").raw(DATA_SET).toArray());
        assertThat(withPreamble.hasPreamble()).isTrue();
        assertThat(withPreamble.dataSetOffset()).isEqualTo(132);
        assertReadable(withPreamble);
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void bareDataSetsAreRecognised(TransferSyntax syntax) throws IOException {
        DataSet dataSet = DataSetWriterTest.sample();
        byte[] bytes = DataSetWriter.toBytes(dataSet, syntax);
        if (syntax.deflated()) {
            assertThatThrownBy(() -> open(bytes)).satisfies(DataSetReaderTest.problem(DicomProblem.NOT_DICOM));
        } else {
            assertThat(open(bytes).transferSyntax()).isEqualTo(syntax);
        }
    }

    @Test
    void prefixInsideABareDataSetIsNoPrefix() throws IOException {
        byte[] dataSet = bytes().element(Tags.Modality, Vr.CS, "CT")
                .element(Tags.InstitutionName, Vr.LO, "x".repeat(110) + "DICMyy")
                .element(Tags.PatientName, Vr.PN, "A^B ")
                .toArray();
        assertThat(new String(dataSet, 128, 4, StandardCharsets.US_ASCII)).isEqualTo("DICM");
        DicomFile file = open(dataSet);
        assertThat(file.hasPreamble()).isFalse();
        assertThat(file.dataSetOffset()).isZero();
    }

    @Test
    void theGroupLengthIsNotBelieved() throws IOException {
        for (int groupLength : new int[] {0, 4, 1_000_000, -1}) {
            Bytes file = bytes().raw(new byte[128])
                    .raw("DICM")
                    .header(Tags.FileMetaInformationGroupLength, Vr.UL, 4)
                    .uint32(groupLength)
                    .element(Tags.TransferSyntaxUID, Vr.UI, "1.2.840.10008.1.2.1\0");
            int offset = file.length();
            DicomFile opened = open(file.raw(DATA_SET).toArray());
            assertThat(opened.dataSetOffset()).isEqualTo(offset);
        }
    }

    @Test
    void theMetaGroupEndsWhereAnotherGroupBegins() throws IOException {
        Bytes file =
                bytes().raw(new byte[128]).raw("DICM").element(Tags.TransferSyntaxUID, Vr.UI, "1.2.840.10008.1.2.1\0");
        int offset = file.length();
        DicomFile opened =
                open(file.element(0x00010001, Vr.LO, "odd ").raw(DATA_SET).toArray());
        assertThat(opened.dataSetOffset()).isEqualTo(offset);
        assertThat(opened.fileMeta().size()).isEqualTo(1);
        assertReadable(opened);
    }

    @Test
    void aMetaGroupInImplicitVrIsRead() throws IOException {
        Bytes file = bytes().raw(new byte[128])
                .raw("DICM")
                .implicit(Tags.MediaStorageSOPClassUID, "1.2\0")
                .implicit(Tags.TransferSyntaxUID, "1.2.840.10008.1.2.1\0");
        DicomFile opened = open(file.raw(DATA_SET).toArray());
        assertThat(opened.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertReadable(opened);
    }

    @Test
    void aMetaGroupWithoutTransferSyntaxLeavesItToTheBytes() throws IOException {
        Bytes file = bytes().raw(new byte[128]).raw("DICM").element(Tags.MediaStorageSOPClassUID, Vr.UI, "1.2\0");
        DicomFile opened = open(file.raw(DATA_SET).toArray());
        assertThat(opened.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    @Test
    void zlibWrappingIsUnderstood() throws IOException {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zlib)) {
            out.write(DATA_SET);
        }
        assertReadable(open(meta("1.2.840.10008.1.2.1.99", zlib.toByteArray())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aDeflatedStreamThatWasCutOffIsTruncated(int missing) throws IOException {
        byte[] deflated =
                DataSetWriter.toBytes(DataSetWriterTest.sample(), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        int end = deflated[deflated.length - 1] == 0 ? deflated.length - 1 : deflated.length;
        DicomFile file = open(meta("1.2.840.10008.1.2.1.99", Arrays.copyOf(deflated, end - missing)));
        assertThatThrownBy(() -> assertReadable(file)).satisfies(DataSetReaderTest.problem(DicomProblem.TRUNCATED));
    }

    @Test
    void aDamagedDeflatedStreamIsCorrupt() throws IOException {
        DicomFile file = open(meta("1.2.840.10008.1.2.1.99", new byte[] {(byte) 0xFF, 1, 2, 3, 4, 5, 6, 7, 8}));
        assertThatThrownBy(() -> assertReadable(file)).satisfies(DataSetReaderTest.problem(DicomProblem.CORRUPT));
    }

    @Test
    void tellsWhyAFileIsNone() {
        assertThatThrownBy(() -> open(new byte[0])).satisfies(DataSetReaderTest.problem(DicomProblem.EMPTY));
        for (String text :
                new String[] {"x", "PK\3\4", "MSH|^~\\&|A|B|C|D|20200101||ADT^A01|1|P|2.5\r", "<?xml version"}) {
            assertThatThrownBy(() -> open(text.repeat(50).getBytes(StandardCharsets.US_ASCII)))
                    .satisfies(DataSetReaderTest.problem(DicomProblem.NOT_DICOM));
        }
        assertThatThrownBy(() -> open(new byte[500])).satisfies(DataSetReaderTest.problem(DicomProblem.NOT_DICOM));
        assertThatThrownBy(() -> open(meta("1.2.3.4\0", DATA_SET)))
                .satisfies(DataSetReaderTest.problem(DicomProblem.UNKNOWN_TRANSFER_SYNTAX));
    }

    @Test
    void part10WriterNeedsUids() {
        assertThatThrownBy(() -> Part10Writer.write(
                        new ByteArrayOutputStream(), new DataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .satisfies(DataSetReaderTest.problem(DicomProblem.MISSING_UID));
    }

    private static byte[] meta(String transferSyntax, byte[] dataSet) {
        byte[] group =
                bytes().element(Tags.TransferSyntaxUID, Vr.UI, transferSyntax).toArray();
        return bytes().raw(new byte[128])
                .raw("DICM")
                .header(Tags.FileMetaInformationGroupLength, Vr.UL, 4)
                .uint32(group.length)
                .raw(group)
                .raw(dataSet)
                .toArray();
    }

    private static void assertReadable(DicomFile file) throws IOException {
        try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
            assertThat(DataSet.read(reader).string(Tags.PatientName)).isEqualTo("A^B");
        }
    }

    private DicomFile open(byte[] content) throws IOException {
        return DicomFile.open(Files.write(Files.createTempFile(folder, "file", ".dcm"), content));
    }
}
