package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {
    @Test
    void keepsTagsInOrderOfUnsignedNumbers() {
        DataSet dataSet = new DataSet()
                .putBytes(0xFFFCFFFC, Vr.OB, new byte[2])
                .putString(Tags.PatientID, "1")
                .putString(Tags.Modality, "CT");
        assertThat(dataSet).extracting(Element::tag).containsExactly(Tags.Modality, Tags.PatientID, 0xFFFCFFFC);
        assertThat(dataSet.toString()).doesNotContain("CT");
    }

    @Test
    void absentIsEmpty() {
        DataSet dataSet = new DataSet().putString(Tags.PatientName, "");
        assertThat(dataSet.contains(Tags.PatientName)).isTrue();
        assertThat(dataSet.string(Tags.PatientName)).isEmpty();
        assertThat(dataSet.strings(Tags.PatientName)).isEmpty();
        assertThat(dataSet.string(Tags.PatientID)).isEmpty();
        assertThat(dataSet.bytes(Tags.PatientID)).isEmpty();
        assertThat(dataSet.sequence(Tags.ContentSequence)).isEmpty();
        assertThat(dataSet.integer(Tags.Rows, 7)).isEqualTo(7);
        assertThat(dataSet.remove(Tags.PatientName).isEmpty()).isTrue();
    }

    @Test
    void partsAndTrimsText() {
        DataSet dataSet = new DataSet()
                .putString(Tags.ImageType, "ORIGINAL ", " PRIMARY", "")
                .putString(Tags.PatientComments, " a\\b ");
        assertThat(dataSet.strings(Tags.ImageType)).containsExactly("ORIGINAL", "PRIMARY", "");
        assertThat(dataSet.strings(Tags.PatientComments)).containsExactly(" a\\b");
    }

    @Test
    void numbersAreTextAndBack() {
        DataSet dataSet = new DataSet()
                .putInts(Tags.Rows, Vr.US, 65535)
                .putInts(Tags.PixelRepresentation, Vr.SS, -2)
                .putString(Tags.SeriesNumber, "+12 ")
                .putString(Tags.RealWorldValueSlope, "0.1")
                .putString(Tags.FrameIncrementPointer, "(0018,1063)");
        assertThat(dataSet.integer(Tags.Rows, 0)).isEqualTo(65535);
        assertThat(dataSet.integer(Tags.PixelRepresentation, 0)).isEqualTo(-2);
        assertThat(dataSet.integer(Tags.SeriesNumber, 0)).isEqualTo(12);
        assertThat(dataSet.string(Tags.RealWorldValueSlope)).isEqualTo("0.1");
        assertThat(dataSet.bytes(Tags.FrameIncrementPointer)).containsExactly(0x18, 0, 0x63, 0x10);
        assertThat(dataSet.string(Tags.FrameIncrementPointer)).isEqualTo("(0018,1063)");
        assertThatThrownBy(() -> dataSet.putInts(Tags.Rows, Vr.US, 65536)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itemsInheritTheCharacterSet() {
        DataSet item = new DataSet().putBytes(Tags.CodeMeaning, Vr.LO, new byte[] {(byte) 0xB6});
        DataSet outer = new DataSet().putString(Tags.SpecificCharacterSet, "ISO_IR 144");
        outer.putSequence(
                Tags.ContentSequence, List.of(new DataSet().putSequence(Tags.ConceptNameCodeSequence, List.of(item))));
        assertThat(item.string(Tags.CodeMeaning)).isEqualTo("Ж");
    }

    @Test
    void aPutElementIsTheSameElement() {
        DataSet source = new DataSet()
                .putString(Tags.PatientID, "1")
                .putSequence(Tags.ContentSequence, List.of(new DataSet()))
                .putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0]));
        DataSet copy = new DataSet();
        source.forEach(copy::put);
        assertThat(copy.size()).isEqualTo(3);
        assertThat(copy.element(Tags.PixelData)).isEqualTo(source.element(Tags.PixelData));
    }
}
