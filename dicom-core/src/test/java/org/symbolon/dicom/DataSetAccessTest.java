package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetAccessTest {
    @Test
    void numbersHaveUpTo64Bits() {
        DataSet dataSet = new DataSet()
                .putLongs(Tags.ExtendedOffsetTable, Vr.OV, 0, -1)
                .putLongs(Tags.FileOffsetInContainer, Vr.UV, -2)
                .putLongs(Tags.SelectorSVValue, Vr.SV, Long.MIN_VALUE)
                .putString(Tags.InstanceNumber, "+12 ")
                .putNumbers(Tags.SliceThickness, Vr.DS, 1.0 / 3, 1e-300, 5);
        assertThat(dataSet.longs(Tags.ExtendedOffsetTable)).containsExactly(0, -1);
        assertThat(dataSet.string(Tags.FileOffsetInContainer)).isEqualTo("18446744073709551614");
        assertThat(dataSet.longNumber(Tags.SelectorSVValue)).hasValue(Long.MIN_VALUE);
        assertThat(dataSet.longNumber(Tags.InstanceNumber)).hasValue(12);
        assertThat(dataSet.strings(Tags.SliceThickness)).allMatch(text -> text.length() <= 16);
        assertThat(dataSet.numbers(Tags.SliceThickness)[0]).isCloseTo(1.0 / 3, offset(1e-12));
        assertThat(dataSet.string(Tags.SliceThickness)).startsWith("0.3333");
        assertThat(dataSet.longNumber(Tags.PatientID)).isEmpty();
        assertThat(dataSet.number(Tags.SliceThickness)).isPresent();
        assertThat(new DataSet().putString(Tags.PatientID, "x").number(Tags.PatientID))
                .isEmpty();
    }

    @Test
    void messagesOfWrongNumbersHoldNoValue() {
        assertThatThrownBy(() -> new DataSet().put(Tags.Rows, Vr.US, "SECRET"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void privateElementsBelongToTheirCreator() {
        DataSet dataSet = new DataSet();
        dataSet.privateBlock(0x0029, "FIRST").put(0x08, Vr.LO, "a");
        dataSet.privateBlock(0x0029, "SECOND").put(0x08, Vr.LO, "b").putBytes(0x09, Vr.OB, new byte[2]);
        assertThat(dataSet.string(0x00291008)).isEqualTo("a");
        assertThat(dataSet.string(0x00291108)).isEqualTo("b");
        assertThat(dataSet.privateCreator(0x00291108)).isEqualTo("SECOND");
        assertThat(dataSet.privateCreator(0x00291208)).isNull();
        PrivateBlock second = dataSet.privateBlock(0x0029, "SECOND");
        assertThat(second.string(0x08)).isEqualTo("b");
        assertThat(second.tag(0x08)).isEqualTo(0x00291108);
        assertThat(second.remove(0x08).element(0x08)).isNull();
        assertThat(dataSet.privateBlock(0x0029, "THIRD").strings(1)).isEmpty();
        assertThatThrownBy(() -> second.tag(0x100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dataSet.privateBlock(0x0028, "ME")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void walksThroughEveryDepth() {
        DataSet item = new DataSet().putString(Tags.CodeValue, "1");
        DataSet dataSet = new DataSet()
                .putString(Tags.PatientID, "1")
                .putSequence(Tags.ContentSequence, List.of(new DataSet(), item));
        List<String> paths = new ArrayList<>();
        dataSet.walk(at -> paths.add(at.path().toString()));
        assertThat(paths).containsExactly("(0010,0020)", "(0040,A730)", "(0040,A730)[1].(0008,0100)");
        assertThat(dataSet.element(TagPath.parse("ContentSequence[1].CodeValue")))
                .isNotNull();
        assertThat(dataSet.element(TagPath.parse("ContentSequence[2].CodeValue")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[0]", "ContentSequence.CodeValue", "ContentSequence[-1].CodeValue", "CodeValue[0]", "a[b].c"
            })
    void refusesWhatIsNoPath(String text) {
        assertThatThrownBy(() -> TagPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathHasALimit() {
        String step = "(0040,A730)[0].";
        assertThat(TagPath.parse(step.repeat(63) + "(0008,0100)").depth()).isEqualTo(63);
        assertThatThrownBy(() -> TagPath.parse(step.repeat(64) + "(0008,0100)"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
