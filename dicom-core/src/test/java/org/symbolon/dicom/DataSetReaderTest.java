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
import org.symbolon.dicom.DataSetReader.Token;

class DataSetReaderTest {
    private static final int PRIVATE = 0x00091001;

    @Test
    void tellsElementsInOrder() throws IOException {
        Bytes dataSet = bytes().element(Tags.Modality, Vr.CS, "CT").element(Tags.PatientName, Vr.PN, "A^B ");
        assertThat(Tokens.of(dataSet)).containsExactly("(0008,0060) CS 2", "(0010,0010) PN 4");
    }

    @Test
    void anEmptyDataSetHasNoToken() throws IOException {
        assertThat(Tokens.of(bytes())).isEmpty();
    }

    @Test
    void entersSequencesOfDefinedLength() throws IOException {
        Bytes dataSet = bytes().header(Tags.ReferencedStudySequence, Vr.SQ, 18)
                .item(10)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet))
                .containsExactly(
                        "(0008,1110) SQ 18",
                        "item 10",
                        "  (0008,0100) SH 2",
                        "end of item",
                        "end of sequence",
                        "(0010,0020) LO 2");
    }

    @Test
    void entersSequencesOfUndefinedLength() throws IOException {
        Bytes dataSet = bytes().header(Tags.ReferencedStudySequence, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .itemEnd()
                .item(0)
                .sequenceEnd();
        assertThat(Tokens.of(dataSet))
                .containsExactly(
                        "(0008,1110) SQ undefined",
                        "item undefined",
                        "  (0008,0100) SH 2",
                        "end of item",
                        "item 0",
                        "end of item",
                        "end of sequence");
    }

    @Test
    void tellsWhereEverythingStands() throws IOException {
        byte[] dataSet = bytes().element(Tags.Modality, Vr.CS, "CT")
                .header(Tags.ReferencedStudySequence, Vr.SQ, UNDEFINED)
                .item(0)
                .sequenceEnd()
                .toArray();
        try (DataSetReader reader = reader(dataSet, ReaderOptions.defaults())) {
            assertThat(reader.next()).isEqualTo(Token.ELEMENT);
            assertThat(reader.headerOffset()).isEqualTo(0);
            assertThat(reader.valueOffset()).isEqualTo(8);
            assertThat(reader.endOffset()).isEqualTo(10);
            assertThat(reader.lengthFieldOffset()).isEqualTo(6);
            assertThat(reader.lengthFieldBytes()).isEqualTo(2);
            assertThat(reader.value()).containsExactly('C', 'T');
            assertThat(reader.next()).isEqualTo(Token.SEQUENCE_START);
            assertThat(reader.headerOffset()).isEqualTo(10);
            assertThat(reader.headerLength()).isEqualTo(12);
            assertThat(reader.lengthFieldOffset()).isEqualTo(18);
            assertThat(reader.lengthFieldBytes()).isEqualTo(4);
            assertThat(reader.lengthIsDefined()).isFalse();
            assertThat(reader.length()).isEqualTo(-1);
            assertThat(reader.endOffset()).isEqualTo(22);
            assertThat(reader.next()).isEqualTo(Token.ITEM_START);
            assertThat(reader.lengthFieldOffset()).isEqualTo(26);
            assertThat(reader.next()).isEqualTo(Token.ITEM_END);
            assertThat(reader.headerOffset()).isEqualTo(30);
            assertThat(reader.endOffset()).isEqualTo(30);
            assertThat(reader.next()).isEqualTo(Token.SEQUENCE_END);
            assertThat(reader.tag()).isEqualTo(Tags.ReferencedStudySequence);
            assertThat(reader.headerOffset()).isEqualTo(30);
            assertThat(reader.endOffset()).isEqualTo(38);
            assertThat(reader.next()).isNull();
            assertThat(reader.position()).isEqualTo(38);
        }
    }

    @Test
    void readsImplicitElementsByTheDictionary() throws IOException {
        Bytes dataSet = bytes().implicit(Tags.Modality, "CT")
                .implicitHeader(Tags.ReferencedStudySequence, 8)
                .item(0)
                .implicit(0x00091001, "??");
        assertThat(Tokens.of(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .containsExactly(
                        "(0008,0060) CS 2",
                        "(0008,1110) SQ 8",
                        "item 0",
                        "end of item",
                        "end of sequence",
                        "(0009,1001) UN 2");
    }

    @Test
    void aValueThatOnlyTheDictionaryCallsSequenceStaysAValue() throws IOException {
        Bytes dataSet = bytes().implicit(Tags.Modality, "CT").implicit(Tags.ReferencedStudySequence, "NAME");
        assertThat(Tokens.of(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .containsExactly("(0008,0060) CS 2", "(0008,1110) UN 4");
    }

    @Test
    void unknownSequencesAreImplicitInside() throws IOException {
        Bytes dataSet = bytes().header(PRIVATE, Vr.UN, UNDEFINED)
                .item(UNDEFINED)
                .implicit(Tags.CodeValue, "AB")
                .implicit(Tags.CodeMeaning, "ABCD")
                .itemEnd()
                .sequenceEnd()
                .element(Tags.PatientID, Vr.LO, "1 ");
        assertThat(Tokens.of(dataSet))
                .containsExactly(
                        "(0009,1001) UN undefined",
                        "item undefined",
                        "  (0008,0100) SH 2",
                        "  (0008,0104) LO 4",
                        "end of item",
                        "end of sequence",
                        "(0010,0020) LO 2");
    }

    @Test
    void unknownSequencesThatAreExplicitInsideAreReadToo() throws IOException {
        Bytes dataSet = bytes().header(PRIVATE, Vr.UN, UNDEFINED)
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(Tags.CodeMeaning, Vr.LO, "ABCD")
                .itemEnd()
                .sequenceEnd();
        assertThat(Tokens.of(dataSet)).contains("  (0008,0100) SH 2", "  (0008,0104) LO 4");
    }

    @Test
    void unknownValuesOfDefinedLengthStayValues() throws IOException {
        Bytes dataSet = bytes().header(PRIVATE, Vr.UN, 8).item(0);
        assertThat(Tokens.of(dataSet)).containsExactly("(0009,1001) UN 8");
    }

    @Test
    void tellsFragments() throws IOException {
        Bytes dataSet = bytes().header(Tags.PixelData, Vr.OB, UNDEFINED)
                .item(0)
                .item(3)
                .raw("abc")
                .sequenceEnd();
        assertThat(Tokens.of(dataSet))
                .containsExactly("(7FE0,0010) OB undefined", "fragment 0", "fragment 3", "end of fragments");
    }

    @Test
    void knowsThePrivateCreatorOfTheSameItemOnly() throws IOException {
        byte[] dataSet = bytes().element(0x00090010, Vr.LO, "OUTER ")
                .header(PRIVATE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .element(PRIVATE, Vr.LO, "AB")
                .element(0x00090010, Vr.LO, "INNER ")
                .element(PRIVATE + 1, Vr.LO, "AB")
                .itemEnd()
                .sequenceEnd()
                .element(0x00091002, Vr.LO, "AB")
                .toArray();
        try (DataSetReader reader = reader(dataSet, ReaderOptions.defaults())) {
            reader.next();
            assertThat(reader.privateCreator()).isNull();
            assertThat(reader.value()).hasSize(6);
            assertThat(reader.next()).isEqualTo(Token.SEQUENCE_START);
            assertThat(reader.privateCreator()).isEqualTo("OUTER");
            reader.next();
            reader.next();
            assertThat(reader.privateCreator()).isNull();
            reader.next();
            reader.next();
            assertThat(reader.privateCreator()).isEqualTo("INNER");
            reader.next();
            assertThat(reader.next()).isEqualTo(Token.SEQUENCE_END);
            assertThat(reader.privateCreator()).isEqualTo("OUTER");
            reader.next();
            assertThat(reader.privateCreator()).isEqualTo("OUTER");
        }
    }

    @Test
    void stopsBeforeATagAndTellsIt() throws IOException {
        byte[] dataSet = bytes().element(Tags.Modality, Vr.CS, "CT")
                .header(Tags.PixelData, Vr.OW, 2)
                .raw("xx")
                .toArray();
        try (DataSetReader reader = reader(dataSet, ReaderOptions.defaults().withStopBefore(Tags.PixelData))) {
            assertThat(reader.next()).isEqualTo(Token.ELEMENT);
            assertThat(reader.next()).isNull();
            assertThat(reader.stopped()).isTrue();
            assertThat(reader.tag()).isEqualTo(Tags.PixelData);
            assertThat(reader.headerOffset()).isEqualTo(10);
            assertThat(reader.position()).isEqualTo(10);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aValueIsTakenOnce() throws IOException {
        byte[] dataSet = bytes().element(Tags.Modality, Vr.CS, "CT").toArray();
        try (DataSetReader reader = reader(dataSet, ReaderOptions.defaults())) {
            reader.next();
            reader.value();
            assertThatThrownBy(reader::value).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 3})
    void valuesHaveALimit(int maxValueBytes) throws IOException {
        byte[] dataSet = bytes().element(Tags.PatientName, Vr.PN, "A^B ").toArray();
        try (DataSetReader reader = reader(dataSet, ReaderOptions.defaults().withMaxValueBytes(maxValueBytes))) {
            reader.next();
            if (maxValueBytes >= 4) {
                assertThat(reader.value()).hasSize(4);
            } else {
                assertThatThrownBy(reader::value).satisfies(problem(DicomProblem.LIMIT_EXCEEDED));
            }
        }
    }

    @Test
    void nestingHasALimit() throws IOException {
        Bytes nested = bytes();
        for (int i = 0; i < 5; i++) {
            nested.header(Tags.ContentSequence, Vr.SQ, UNDEFINED).item(UNDEFINED);
        }
        for (int i = 0; i < 5; i++) {
            nested.itemEnd().sequenceEnd();
        }
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        assertThat(Tokens.of(nested.toArray(), syntax, ReaderOptions.defaults().withMaxDepth(5)))
                .hasSize(20);
        assertThatThrownBy(() -> Tokens.of(
                        nested.toArray(), syntax, ReaderOptions.defaults().withMaxDepth(4)))
                .satisfies(problem(DicomProblem.LIMIT_EXCEEDED));
    }

    @Test
    void tokensHaveALimit() throws IOException {
        Bytes dataSet = bytes().element(Tags.Modality, Vr.CS, "CT").element(Tags.PatientName, Vr.PN, "A^B ");
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        assertThat(Tokens.of(dataSet.toArray(), syntax, ReaderOptions.defaults().withMaxElements(2)))
                .hasSize(2);
        assertThatThrownBy(() -> Tokens.of(
                        dataSet.toArray(), syntax, ReaderOptions.defaults().withMaxElements(1)))
                .satisfies(problem(DicomProblem.LIMIT_EXCEEDED));
    }

    @Test
    void privateCreatorsHaveALimit() throws IOException {
        Bytes dataSet = bytes();
        for (int i = 0; i < 4096; i++) {
            dataSet.element(Tag.of(9 + 2 * (i / 128), 0x10 + i % 128), Vr.LO, "ME");
        }
        assertThat(Tokens.of(dataSet)).hasSize(4096);
        dataSet.element(0x70010010, Vr.LO, "ME");
        assertThatThrownBy(() -> Tokens.of(dataSet)).satisfies(problem(DicomProblem.LIMIT_EXCEEDED));
    }

    @Test
    void messagesHoldNoValue() throws IOException {
        byte[] dataSet =
                bytes().header(Tags.PatientName, Vr.PN, 20).raw("SECRET").toArray();
        assertThatThrownBy(() -> Tokens.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReaderOptions.defaults()))
                .hasMessageContaining("(0010,0010)")
                .hasMessageContaining("offset 0")
                .hasMessageNotContaining("SECRET");
    }

    static java.util.function.Consumer<Throwable> problem(DicomProblem problem) {
        return thrown -> assertThat(((DicomFormatException) thrown).problem()).isEqualTo(problem);
    }

    private static DataSetReader reader(byte[] dataSet, ReaderOptions options) throws IOException {
        return DataSetReader.of(new ByteArrayInputStream(dataSet), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options);
    }
}
