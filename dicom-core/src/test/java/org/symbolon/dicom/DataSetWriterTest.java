package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;

class DataSetWriterTest {
    static Stream<Arguments> encodings() {
        return Stream.of(
                        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                        TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)
                .flatMap(syntax -> Stream.of(SequenceLengths.values()).map(lengths -> Arguments.of(syntax, lengths)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void whatIsWrittenIsReadAgain(TransferSyntax syntax, SequenceLengths lengths) throws IOException {
        byte[] bytes = write(sample(), syntax, lengths);
        assertThat(bytes.length % 2).isZero();
        DataSet read = read(bytes, syntax);
        assertThat(DataSetWriter.toBytes(read, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isEqualTo(DataSetWriter.toBytes(sample(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        assertThat(read.integer(Tags.Rows, 0)).isEqualTo(512);
        assertThat(read.string(Tags.PatientName)).isEqualTo("Żółw^Ala");
        assertThat(read.sequence(Tags.ContentSequence).get(0).string(Tags.TextValue))
                .isEqualTo("ślad");
    }

    @Test
    void fragmentsAreWrittenAsTheyAre() throws IOException {
        DataSet dataSet =
                sample().putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[] {1, 2}, new byte[] {3}));
        byte[] bytes = write(dataSet, TransferSyntax.JPEG_BASELINE, SequenceLengths.DEFINED);
        Element pixels = read(bytes, TransferSyntax.JPEG_BASELINE).element(Tags.PixelData);
        assertThat(pixels)
                .isInstanceOfSatisfying(
                        Element.Fragments.class,
                        read -> assertThat(read.fragments())
                                .containsExactly(new byte[0], new byte[] {1, 2}, new byte[] {3, 0}));
        assertThatThrownBy(() -> write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.DEFINED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bigEndianReversesNumbers() {
        DataSet dataSet = new DataSet().putInts(Tags.Rows, Vr.US, 0x0102);
        assertThat(DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN))
                .containsExactly(0, 0x28, 0, 0x10, 'U', 'S', 0, 2, 1, 2);
        assertThat(dataSet.bytes(Tags.Rows)).containsExactly(2, 1);
    }

    @Test
    void padsToEvenLength() {
        DataSet dataSet = new DataSet().putString(Tags.SOPClassUID, "1").putString(Tags.PatientID, "1");
        assertThat(DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isEqualTo(bytes().element(Tags.SOPClassUID, Vr.UI, "1\0")
                        .element(Tags.PatientID, Vr.LO, "1 ")
                        .toArray());
    }

    @Test
    void aValueTooLongForItsVrIsWrittenAsUnknown() throws IOException {
        DataSet dataSet = new DataSet().putString(Tags.PixelSpacing, "1".repeat(65_534));
        byte[] fits = DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(fits).hasSize(8 + 65_534);
        dataSet.putString(Tags.PixelSpacing, "1".repeat(65_535));
        byte[] tooLong = DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(tooLong).hasSize(12 + 65_536);
        assertThat(read(tooLong, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).strings(Tags.PixelSpacing))
                .containsExactly("1".repeat(65_535));
    }

    @Test
    void aCommandSetBeginsWithItsLength() throws IOException {
        byte[] bytes = DataSetWriter.commandSet(new DataSet()
                .putString(Tags.AffectedSOPClassUID, Uids.Verification)
                .putInts(Tags.CommandField, Vr.US, 0x30)
                .putInts(Tags.MessageID, Vr.US, 1)
                .putInts(Tags.CommandDataSetType, Vr.US, 0x101));
        DataSet read = read(bytes, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertThat(read.integer(Tags.CommandGroupLength, 0)).isEqualTo(bytes.length - 12);
        assertThat(read.integer(Tags.CommandField, 0)).isEqualTo(0x30);
    }

    static DataSet sample() {
        DataSet item = new DataSet()
                .putString(Tags.TextValue, "slad")
                .putSequence(
                        Tags.ConceptNameCodeSequence,
                        List.of(new DataSet(), new DataSet().putString(Tags.CodeValue, "1")));
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 101")
                .putString(Tags.SOPClassUID, Uids.CTImageStorage)
                .putString(Tags.SOPInstanceUID, "1.2.3.4")
                .putString(Tags.PatientName, "Żółw^Ala")
                .putInts(Tags.Rows, Vr.US, 512)
                .putString(Tags.FrameIncrementPointer, "(0018,1063)")
                .putString(Tags.RealWorldValueSlope, "0.1", "-1e300")
                .putString(0x00290010, "ACME")
                .putSequence(Tags.ContentSequence, List.of(item, new DataSet()))
                .putSequence(Tags.ReferencedStudySequence, List.of())
                .putBytes(Tags.PixelData, Vr.OW, new byte[] {1, 2, 3, 4});
        item.putString(Tags.TextValue, "ślad");
        return dataSet;
    }

    private static byte[] write(DataSet dataSet, TransferSyntax syntax, SequenceLengths lengths) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataSetWriter(out, syntax, lengths).write(dataSet);
        return out.toByteArray();
    }

    private static DataSet read(byte[] bytes, TransferSyntax syntax) throws IOException {
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(bytes), syntax, ReaderOptions.defaults())) {
            return DataSet.read(reader);
        }
    }
}
