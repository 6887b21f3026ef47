package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.UNDEFINED;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;

/** Damaged data is delivered as far as it goes, what is open is closed, and the findings tell. */
class SalvageTest {
    private static final int SEQUENCE = Tags.ReferencedStudySequence;
    private static final ReaderOptions SALVAGE = ReaderOptions.defaults().withLeniency(Leniency.SALVAGE);
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @Test
    void deliversTheBeginningOfAValueThatIsCutOff() throws IOException {
        byte[] cut = start().header(Tags.PatientID, Vr.LO, 6).raw("1234").toArray();
        for (DataSetReader reader : readers(cut)) {
            DataSet dataSet = DataSet.read(reader);
            assertThat(dataSet.string(Tags.PatientID)).isEqualTo("1234");
            assertThat(reader.findings().list()).singleElement().satisfies(finding -> {
                assertThat(finding.problem()).isEqualTo(DicomProblem.TRUNCATED);
                assertThat(finding.path()).isEqualTo("(0010,0020)");
                assertThat(finding.offset()).isEqualTo(10);
            });
        }
    }

    @Test
    void closesWhatIsOpenAtTheEnd() throws IOException {
        byte[] cut = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .toArray();
        assertThat(Tokens.of(cut, EXPLICIT, SALVAGE))
                .containsExactly(
                        "(0008,1110) SQ undefined",
                        "item undefined",
                        "  (0008,0100) SH 2",
                        "end of item",
                        "end of sequence");
    }

    @Test
    void everyTruncationKeepsTokensPaired() throws IOException {
        byte[] whole = new byte[0];
        for (SequenceLengths lengths : SequenceLengths.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataSet sample = DataSetWriterTest.sample();
            sample.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[20]));
            new DataSetWriter(out, TransferSyntax.JPEG_BASELINE, lengths).write(sample);
            whole = out.toByteArray();
            for (int length = 0; length <= whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                for (DataSetReader reader : readers(cut)) {
                    assertPaired(reader);
                    assertThat(reader.position()).isLessThanOrEqualTo(length);
                }
                List<Integer> tags = tags(DataSet.read(DataSetReader.of(cut, EXPLICIT, SALVAGE)));
                assertThat(tags(sample)).containsAll(tags);
            }
        }
        assertThat(whole).isNotEmpty();
    }

    @Test
    void deliversATruncatedDeflatedDataSet() throws IOException {
        DataSet sample = DataSetWriterTest.sample().putBytes(Tags.PixelData, Vr.OW, new byte[10_000]);
        byte[] deflated = DataSetWriter.toBytes(sample, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] cut = Arrays.copyOf(deflated, deflated.length - 10);
        DataSetReader reader = DataSetReader.of(cut, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, SALVAGE);
        DataSet dataSet = DataSet.read(reader);
        assertThat(dataSet.string(Tags.PatientID)).isEqualTo(sample.string(Tags.PatientID));
        assertThat(reader.findings().list()).extracting(Finding::problem).contains(DicomProblem.TRUNCATED);
        assertThatThrownBy(() -> DataSet.read(DataSetReader.of(
                        cut, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, ReaderOptions.defaults())))
                .satisfies(DataSetReaderTest.problem(DicomProblem.TRUNCATED));
    }

    @Test
    void anItemEndsWhereTheNextBegins() throws IOException {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "CD")
                .sequenceEnd()
                .element(Tags.PatientID, Vr.LO, "1 ");
        DataSet read = read(dataSet);
        assertThat(read.sequence(SEQUENCE)).hasSize(2);
        assertThat(read.string(Tags.PatientID)).isEqualTo("1");
    }

    @Test
    void aSequenceWithoutDelimiterEndsWhereAnElementBegins() throws IOException {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(10)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(read(dataSet).string(Tags.PatientID)).isEqualTo("1");
    }

    @Test
    void aSequenceOfDefinedLengthWithSomethingElseInItIsPassedOver() throws IOException {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, 22)
                .item(0)
                .raw("rubbish inside")
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(read(dataSet).string(Tags.PatientID)).isEqualTo("1");
    }

    @Test
    void anElementMayOverrunItsItem() throws IOException {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, 16)
                .item(8)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(Tags.PatientID, Vr.LO, "1 ");
        DataSet read = read(dataSet);
        assertThat(read.sequence(SEQUENCE).get(0).string(Tags.CodeValue)).isEqualTo("AB");
        assertThat(read.string(Tags.PatientID)).isEqualTo("1");
    }

    @Test
    void limitsHoldAllTheSame() {
        byte[] dataSet = start().element(Tags.PatientID, Vr.LO, "1 ").toArray();
        assertThatThrownBy(() -> Tokens.of(dataSet, EXPLICIT, SALVAGE.withMaxElements(1)))
                .satisfies(DataSetReaderTest.problem(DicomProblem.LIMIT_EXCEEDED));
    }

    @Test
    void readsEverythingThatIsDicomAtAll() throws IOException {
        List<Path> files = new ArrayList<>(SharedData.files("dicom"));
        files.addAll(SharedData.files("dicom-fuzz"));
        int refused = 0;
        for (Path path : files) {
            try (DataSetReader reader = DicomFile.open(path, SALVAGE).reader(SALVAGE)) {
                assertPaired(reader);
            } catch (DicomFormatException e) {
                assertThat(e.problem())
                        .as("%s", path.getFileName())
                        .isIn(DicomProblem.EMPTY, DicomProblem.NOT_DICOM, DicomProblem.LIMIT_EXCEEDED);
                refused++;
            }
        }
        assertThat(refused).isLessThan(files.size() / 2);
    }

    private static void assertPaired(DataSetReader reader) throws IOException {
        int open = 0;
        for (Token token = reader.next(); token != null; token = reader.next()) {
            switch (token) {
                case SEQUENCE_START, ITEM_START, FRAGMENTS_START -> open++;
                case SEQUENCE_END, ITEM_END, FRAGMENTS_END -> open--;
                case ELEMENT, FRAGMENT -> {}
            }
            assertThat(open).isNotNegative();
        }
        assertThat(open).isZero();
    }

    private static List<DataSetReader> readers(byte[] bytes) throws IOException {
        return List.of(
                DataSetReader.of(bytes, EXPLICIT, SALVAGE),
                DataSetReader.of(new ByteArrayInputStream(bytes), EXPLICIT, SALVAGE));
    }

    private static List<Integer> tags(DataSet dataSet) {
        List<Integer> tags = new ArrayList<>();
        dataSet.walk(at -> tags.add(at.path().tag()));
        return tags;
    }

    private static DataSet read(Bytes bytes) throws IOException {
        DataSetReader reader = DataSetReader.of(bytes.toArray(), EXPLICIT, SALVAGE);
        DataSet dataSet = DataSet.read(reader);
        assertThat(reader.findings().isEmpty()).isFalse();
        return dataSet;
    }

    private static Bytes start() {
        return bytes().element(Tags.Modality, Vr.CS, "CT");
    }
}
