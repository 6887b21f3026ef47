package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.UNDEFINED;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tolerant reader notes and a strict one refuses. */
class FindingsTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @Test
    void aDataSetByTheBookHasNone() throws IOException {
        byte[] dataSet = DataSetWriter.toBytes(DataSetWriterTest.sample(), EXPLICIT);
        assertThat(findings(dataSet, EXPLICIT)).isEmpty();
    }

    @Test
    void tellsThePathThroughItems() throws IOException {
        Bytes dataSet = bytes().header(Tags.ContentSequence, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .itemEnd()
                .item(UNDEFINED)
                .element(Tags.TextValue, Vr.UT, "odd")
                .itemEnd()
                .sequenceEnd();
        List<Finding> findings = findings(dataSet.toArray(), EXPLICIT);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("(0040,A730)[1].(0040,A160)");
            assertThat(finding.problem()).isEqualTo(DicomProblem.NONCONFORMANT);
            assertThat(finding.offset()).isEqualTo(36);
            assertThat(TagPath.parse(finding.path()).tag()).isEqualTo(finding.tag());
        });
    }

    @Test
    void notesWhatIsWrongAndStrictReadingRefusesIt() throws IOException {
        assertDeviation(start().element(Tags.PatientID, Vr.LO, "1 ").element(Tags.PatientName, Vr.PN, "A "), EXPLICIT);
        assertDeviation(start().element(Tags.Modality, Vr.CS, "MR"), EXPLICIT);
        assertDeviation(start().header(Tags.PatientID, "??", false, 2).raw("1 "), EXPLICIT);
        assertDeviation(start().implicit(Tags.PatientID, "12"), EXPLICIT);
        assertDeviation(start().itemEnd(), EXPLICIT);
        assertDeviation(start().raw(new byte[3]), EXPLICIT);
        assertDeviation(start().raw(new byte[16]), EXPLICIT);
        assertDeviation(start().element(Tags.PatientID, Vr.LO, "1 "), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertDeviation(
                bytes().header(Tags.ReferencedStudySequence, Vr.SQ, 18)
                        .item(10)
                        .element(Tags.CodeValue, Vr.SH, "")
                        .itemEnd(),
                EXPLICIT);
    }

    @Test
    void areCappedAndCounted() throws IOException {
        Bytes dataSet = bytes();
        for (int i = 0; i < 10; i++) {
            dataSet.element(Tags.PatientID + i * 0x100, Vr.LO, "odd");
        }
        for (int cap : new int[] {0, 9, 10, 11}) {
            DataSetReader reader = DataSetReader.of(
                    dataSet.toArray(), EXPLICIT, ReaderOptions.defaults().withMaxFindings(cap));
            while (reader.next() != null) {
                // To the end.
            }
            assertThat(reader.findings().count()).isEqualTo(10);
            assertThat(reader.findings().list()).hasSize(Math.min(10, cap));
            Findings others = new Findings(100);
            others.addAll(reader.findings());
            assertThat(others.count()).isEqualTo(10);
        }
    }

    @Test
    void itemsHaveALimit() throws IOException {
        Bytes dataSet = bytes().header(Tags.ContentSequence, Vr.SQ, 16).item(0).item(0);
        ReaderOptions options = ReaderOptions.defaults();
        assertThat(Tokens.of(dataSet.toArray(), EXPLICIT, options.withMaxItems(2)))
                .hasSize(6);
        assertThatThrownBy(() -> Tokens.of(dataSet.toArray(), EXPLICIT, options.withMaxItems(1)))
                .satisfies(DataSetReaderTest.problem(DicomProblem.LIMIT_EXCEEDED));
    }

    @Test
    void aPredicateStopsTheReading() throws IOException {
        byte[] dataSet = start().element(Tags.PatientID, Vr.LO, "1 ").toArray();
        ReaderOptions options = ReaderOptions.defaults().withStop((tag, vr, length) -> vr == Vr.LO && length == 2);
        DataSetReader reader = DataSetReader.of(dataSet, EXPLICIT, options);
        reader.next();
        assertThat(reader.next()).isNull();
        assertThat(reader.stopped()).isTrue();
        assertThat(reader.tag()).isEqualTo(Tags.PatientID);
        assertThat(reader.position()).isEqualTo(10);
        assertThat(reader.next()).isNull();
    }

    private static Bytes start() {
        return bytes().element(Tags.Modality, Vr.CS, "CT");
    }

    private static void assertDeviation(Bytes dataSet, TransferSyntax syntax) throws IOException {
        assertThat(findings(dataSet.toArray(), syntax)).isNotEmpty();
        ReaderOptions strict = ReaderOptions.defaults().withLeniency(Leniency.STRICT);
        assertThatThrownBy(() -> Tokens.of(dataSet.toArray(), syntax, strict))
                .satisfies(DataSetReaderTest.problem(DicomProblem.NONCONFORMANT));
    }

    private static List<Finding> findings(byte[] dataSet, TransferSyntax syntax) throws IOException {
        DataSetReader reader = DataSetReader.of(dataSet, syntax, ReaderOptions.defaults());
        while (reader.next() != null) {
            // To the end.
        }
        return reader.findings().list();
    }
}
