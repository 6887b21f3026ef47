package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.UNDEFINED;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What writers get wrong, and where tolerance ends. Where DCMTK reads on, so do we; where it gives up, we mostly do too. */
class TolerantReadingTest {
    private static final int SEQUENCE = Tags.ReferencedStudySequence;

    @ParameterizedTest
    @ValueSource(strings = {"  ", "??", "--", "lo", "\0\0"})
    void takesAnUnknownVrOfNoLettersForOneWithShortLength(String vr) throws IOException {
        Bytes dataSet =
                start().header(Tags.Manufacturer, vr, false, 4).raw("abcd").element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet)).endsWith("(0008,0070) UN 4", "(0010,0020) LO 2");
    }

    @Test
    void takesUnknownLettersForAVrWithLongLength() throws IOException {
        Bytes dataSet =
                start().header(Tags.Manufacturer, "ZZ", true, 4).raw("abcd").element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet)).endsWith("(0008,0070) UN 4", "(0010,0020) LO 2");
    }

    @Test
    void readsAnImplicitElementAmongExplicitOnes() throws IOException {
        byte[] dataSet = start().implicit(Tags.Manufacturer, "abcd")
                .element(Tags.PatientID, Vr.LO, "1 ")
                .toArray();
        try (DataSetReader reader = reader(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            reader.next();
            assertThat(reader.explicitVr()).isTrue();
            reader.next();
            assertThat(reader.explicitVr()).isFalse();
            assertThat(reader.contentHasExplicitVr()).isTrue();
            assertThat(reader.vr()).isEqualTo(Vr.LO);
            assertThat(reader.lengthFieldBytes()).isEqualTo(4);
            reader.next();
            assertThat(reader.explicitVr()).isTrue();
        }
    }

    @Test
    void readsExplicitThatClaimsToBeImplicit() throws IOException {
        Bytes dataSet = start().element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .containsExactly("(0008,0060) CS 2", "(0010,0020) LO 2");
        assertThat(Tokens.of(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN))
                .containsExactly("(0008,0060) CS 2", "(0010,0020) LO 2");
    }

    @Test
    void readsImplicitThatClaimsToBeExplicit() throws IOException {
        Bytes dataSet = bytes().implicit(Tags.Modality, "CT").implicit(Tags.PatientID, "1 ");
        assertThat(Tokens.of(dataSet)).containsExactly("(0008,0060) CS 2", "(0010,0020) LO 2");
    }

    @Test
    void readsWhatClaimsToBeDeflatedAndIsNot() throws IOException {
        Bytes dataSet = start().element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN))
                .containsExactly("(0008,0060) CS 2", "(0010,0020) LO 2");
    }

    @Test
    void anItemMayOverrunItsSequence() throws IOException {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, 14)
                .item(10)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet)).endsWith("end of item", "end of sequence", "(0010,0020) LO 2");
        cover(dataSet);
    }

    @Test
    void rejectsAnElementLongerThanItsItem() {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, 16)
                .item(8)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertProblem(DicomProblem.CORRUPT, dataSet);
    }

    @Test
    void aDelimiterEndsAnItemOfDefinedLengthToo() throws IOException {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, 34)
                .item(18)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .itemEnd()
                .sequenceEnd()
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet)).endsWith("end of item", "end of sequence", "(0010,0020) LO 2");
        cover(dataSet);
    }

    @Test
    void aDelimiterTooManyIsAnElementOfItsOwn() throws IOException {
        Bytes dataSet = start().itemEnd().sequenceEnd().element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet)).endsWith("(FFFE,E00D) UN 0", "(FFFE,E0DD) UN 0", "(0010,0020) LO 2");
        cover(dataSet);
    }

    @Test
    void rejectsAMissingItemDelimiter() {
        Bytes next = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .item(UNDEFINED)
                .itemEnd()
                .sequenceEnd();
        assertProblem(DicomProblem.CORRUPT, next);
        Bytes end = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED).item(UNDEFINED).sequenceEnd();
        assertProblem(DicomProblem.CORRUPT, end);
    }

    @Test
    void rejectsAMissingSequenceDelimiter() {
        Bytes dataSet = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED).item(0).element(Tags.PatientID, Vr.LO, "1 ");
        assertProblem(DicomProblem.CORRUPT, dataSet);
        assertProblem(
                DicomProblem.TRUNCATED,
                bytes().header(SEQUENCE, Vr.SQ, UNDEFINED).item(0));
    }

    @Test
    void rejectsAnItemOutsideOfASequence() {
        assertProblem(DicomProblem.CORRUPT, start().item(0));
    }

    @Test
    void rejectsUndefinedLengthWhereThereIsNone() {
        assertProblem(
                DicomProblem.CORRUPT,
                start().header(Tags.TextValue, Vr.UT, UNDEFINED).item(0).sequenceEnd());
    }

    @Test
    void rejectsAFragmentOfUndefinedLength() {
        Bytes dataSet = bytes().header(Tags.PixelData, Vr.OB, UNDEFINED)
                .item(UNDEFINED)
                .itemEnd()
                .sequenceEnd();
        assertProblem(DicomProblem.CORRUPT, dataSet);
    }

    @Test
    void tellsWhatWasCutOff() {
        assertProblem(
                DicomProblem.TRUNCATED, start().header(Tags.PatientID, Vr.LO, 4).raw("12"));
        assertProblem(DicomProblem.TRUNCATED, start().tag(Tags.PatientID).raw("L"));
        assertProblem(
                DicomProblem.TRUNCATED,
                start().header(Tags.PixelData, Vr.OB, UNDEFINED).item(0).item(4).raw("ab"));
        assertProblem(
                DicomProblem.TRUNCATED,
                start().header(Tags.PixelData, Vr.OB, UNDEFINED).item(0));
    }

    @Test
    void zeroesBehindTheDataSetAreElementsWithoutMeaning() throws IOException {
        assertThat(Tokens.of(start().raw(new byte[16]))).endsWith("(0000,0000) UN 0", "(0000,0000) UN 0");
        assertThat(Tokens.of(start().raw(new byte[2]))).endsWith("(0000,0000) UN 0");
        assertThat(Tokens.of(start().raw(new byte[10]))).endsWith("(0000,0000) UN 0", "(0000,0000) UN 0");
        cover(start().raw(new byte[13]));
    }

    @Test
    void oddLengthsAreTakenAsTheyAre() throws IOException {
        Bytes dataSet = bytes().element(Tags.Modality, Vr.CS, "MRI").element(Tags.PatientID, Vr.LO, "1");
        assertThat(Tokens.of(dataSet)).containsExactly("(0008,0060) CS 3", "(0010,0020) LO 1");
    }

    @Test
    void orderAndRepetitionDoNotMatter() throws IOException {
        Bytes dataSet = start().element(Tags.PatientID, Vr.LO, "1 ")
                .element(Tags.Modality, Vr.CS, "CT")
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet)).hasSize(4);
    }

    private static Bytes start() {
        return bytes().element(Tags.Modality, Vr.CS, "CT");
    }

    private static void cover(Bytes bytes) throws IOException {
        try (DataSetReader reader = reader(bytes.toArray(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            assertThat(Tokens.cover(reader)).isEqualTo(bytes.length());
        }
    }

    private static void assertProblem(DicomProblem problem, Bytes dataSet) {
        assertThatThrownBy(() -> Tokens.of(dataSet)).satisfies(DataSetReaderTest.problem(problem));
    }

    private static DataSetReader reader(byte[] dataSet, TransferSyntax syntax) throws IOException {
        return DataSetReader.of(new ByteArrayInputStream(dataSet), syntax, ReaderOptions.defaults());
    }
}
