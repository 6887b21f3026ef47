package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.UNDEFINED;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Byte by byte: what an edit changes, and what it leaves. */
class FileEditorTest {
    private static final int SEQUENCE = Tags.ReferencedStudySequence;
    private static final TagPath CODE = TagPath.parse("ReferencedStudySequence[0].CodeValue");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void replacesAValueWhereItStands() throws IOException {
        Bytes before = start().element(Tags.PatientID, Vr.LO, "1 ").element(Tags.PatientName, Vr.PN, "A ");
        Bytes after = start().element(Tags.PatientID, Vr.LO, "long").element(Tags.PatientName, Vr.PN, "A ");
        assertThat(edited(before, editor -> editor.put(TagPath.of(Tags.PatientID), "long")))
                .isEqualTo(after.toArray());
    }

    @Test
    void insertsInOrderAndRemovesEveryRepetition() throws IOException {
        Bytes before = start().element(Tags.PatientID, Vr.LO, "1 ").element(Tags.PatientID, Vr.LO, "2 ");
        Bytes inserted = start().element(Tags.PatientName, Vr.PN, "A^")
                .element(Tags.PatientID, Vr.LO, "1 ")
                .element(Tags.PatientID, Vr.LO, "2 ")
                .element(Tags.PatientSex, Vr.CS, "F ");
        assertThat(edited(
                        before,
                        editor -> editor.put(TagPath.of(Tags.PatientSex), "F").put(TagPath.of(Tags.PatientName), "A^")))
                .isEqualTo(inserted.toArray());
        assertThat(edited(before, editor -> editor.remove(TagPath.of(Tags.PatientID))))
                .isEqualTo(start().toArray());
    }

    @Test
    void makesLengthsAroundRight() throws IOException {
        Bytes before = bytes().header(0x00080000, Vr.UL, 4)
                .uint32(10 + 12 + 18)
                .element(Tags.Modality, Vr.CS, "CT")
                .header(SEQUENCE, Vr.SQ, 18)
                .item(10)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(Tags.PatientID, Vr.LO, "odd")
                .raw(new byte[3]);
        Bytes after = bytes().header(0x00080000, Vr.UL, 4)
                .uint32(10 + 12 + 22)
                .element(Tags.Modality, Vr.CS, "CT")
                .header(SEQUENCE, Vr.SQ, 22)
                .item(14)
                .element(Tags.CodeValue, Vr.SH, "ABCDEF")
                .element(Tags.PatientID, Vr.LO, "odd")
                .raw(new byte[3]);
        assertThat(edited(before, editor -> editor.put(CODE, "ABCDEF"))).isEqualTo(after.toArray());
    }

    @Test
    void leavesUndefinedLengthsAndDelimitersAlone() throws IOException {
        Bytes before = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .itemEnd()
                .sequenceEnd();
        Bytes after = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .itemEnd()
                .item(10)
                .element(Tags.CodeValue, Vr.SH, "CD")
                .sequenceEnd();
        assertThat(edited(
                        before,
                        editor -> editor.remove(CODE).put(TagPath.parse("ReferencedStudySequence[1].CodeValue"), "CD")))
                .isEqualTo(after.toArray());
    }

    @Test
    void makesSequencesAndItemsOnTheWay() throws IOException {
        Bytes after = start().header(SEQUENCE, Vr.SQ, 18).item(10).element(Tags.CodeValue, Vr.SH, "AB");
        assertThat(edited(start(), editor -> editor.put(CODE, "AB"))).isEqualTo(after.toArray());
        assertThatThrownBy(() -> edited(
                        start(), editor -> editor.put(TagPath.parse("ReferencedStudySequence[1].CodeValue"), "AB")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edited(start(), editor -> editor.put(TagPath.parse("Modality[0].CodeValue"), "AB")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(edited(start(), editor -> editor.remove(CODE))).isEqualTo(start().toArray());
    }

    @Test
    void encodesTextAsItsPlaceSays() throws IOException {
        Bytes before = bytes().element(Tags.SpecificCharacterSet, Vr.CS, "ISO_IR 192")
                .header(SEQUENCE, Vr.SQ, 22)
                .item(14)
                .element(Tags.SpecificCharacterSet, Vr.CS, "ISO_IR")
                .element(Tags.PatientName, Vr.PN, "A ");
        byte[] edited = edited(before, editor -> editor.put(TagPath.of(Tags.PatientName), "\u00e4"));
        assertThat(edited).endsWith((byte) 'P', (byte) 'N', (byte) 2, (byte) 0, (byte) 0xC3, (byte) 0xA4);
    }

    @Test
    void removesTagsAtEveryDepth() throws IOException {
        Bytes before = bytes().header(SEQUENCE, Vr.SQ, 18)
                .item(10)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .element(0x00091001, Vr.LO, "AB");
        Bytes after = bytes().header(SEQUENCE, Vr.SQ, 8).item(0);
        assertThat(edited(before, editor -> editor.removeAll(tag -> tag == Tags.CodeValue || Tag.isPrivate(tag))))
                .isEqualTo(after.toArray());
    }

    @Test
    void editsTheMetaGroup() throws IOException {
        Path in = file(start());
        Path out = folder.resolve("out");
        FileEditor.of(DicomFile.open(in))
                .put(TagPath.of(Tags.SourceApplicationEntityTitle), "ARCHIVE")
                .write(out);
        DicomFile file = DicomFile.open(out, ReaderOptions.defaults().withLeniency(Leniency.STRICT));
        assertThat(file.fileMeta().string(Tags.SourceApplicationEntityTitle)).isEqualTo("ARCHIVE");
        assertThat(Files.size(out)).isEqualTo(Files.size(in) + 16);
    }

    @Test
    void takesOverTheDifferencesOfADataSet() throws IOException {
        Bytes before = start().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "AB")
                .itemEnd()
                .sequenceEnd()
                .element(Tags.PatientID, Vr.LO, "odd");
        Path in = file(before);
        DicomFile file = DicomFile.open(in);
        DataSet dataSet = file.dataSet(ReaderOptions.defaults());
        dataSet.sequence(SEQUENCE).get(0).putString(Tags.CodeValue, "CD");
        dataSet.remove(Tags.Modality).putString(Tags.PatientSex, "F");
        Path out = folder.resolve("out");
        FileEditor.of(file).apply(dataSet).write(out);
        Bytes after = bytes().header(SEQUENCE, Vr.SQ, UNDEFINED)
                .item(UNDEFINED)
                .element(Tags.CodeValue, Vr.SH, "CD")
                .itemEnd()
                .sequenceEnd()
                .element(Tags.PatientID, Vr.LO, "odd")
                .element(Tags.PatientSex, Vr.CS, "F ");
        assertThat(dataSetBytes(out)).isEqualTo(after.toArray());
    }

    @Test
    void editsAFileInPlace() throws IOException {
        Path in = file(start());
        FileEditor.of(DicomFile.open(in)).put(TagPath.of(Tags.PatientID), "1").write(in);
        assertThat(DicomFile.open(in).dataSet(ReaderOptions.defaults()).string(Tags.PatientID))
                .isEqualTo("1");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(in);
        }
    }

    @Test
    void putsAPixelValueFromAnotherFile() throws IOException {
        Path pixels = Files.write(folder.resolve("pixels"), new byte[100_001]);
        Path out = folder.resolve("out");
        Element large = new Element.Large(Tags.PixelData, Vr.OB, LargeValue.of(pixels, 1, 100_000));
        FileEditor.of(DicomFile.open(file(start()))).put(TagPath.ROOT, large).write(out);
        byte[] expected = start().header(Tags.PixelData, Vr.OB, 100_000)
                .raw(new byte[100_000])
                .toArray();
        assertThat(Arrays.equals(dataSetBytes(out), expected)).isTrue();
    }

    private interface Editing {
        void edit(FileEditor editor) throws IOException;
    }

    private byte[] edited(Bytes dataSet, Editing editing) throws IOException {
        Path out = folder.resolve("out");
        FileEditor editor = FileEditor.of(DicomFile.open(file(dataSet)));
        editing.edit(editor);
        editor.write(out);
        return dataSetBytes(out);
    }

    private Path file(Bytes dataSet) throws IOException {
        byte[] meta = Part10Writer.fileMeta("1.2", "1.3", TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, null);
        return Files.write(
                folder.resolve("in"), bytes().raw(meta).raw(dataSet.toArray()).toArray());
    }

    private static byte[] dataSetBytes(Path path) throws IOException {
        DicomFile file = DicomFile.open(path);
        byte[] all = Files.readAllBytes(path);
        return Arrays.copyOfRange(all, (int) file.dataSetOffset(), all.length);
    }

    private static Bytes start() {
        return bytes().element(Tags.Modality, Vr.CS, "CT");
    }

    @Test
    void aSequenceThatIsPutAsAWholeHasNoEditsInside() throws IOException {
        FileEditor editor = FileEditor.of(DicomFile.open(file(start())))
                .put(TagPath.ROOT, new Element.Sequence(SEQUENCE, List.of()));
        assertThatThrownBy(() -> editor.put(CODE, "AB")).isInstanceOf(IllegalArgumentException.class);
    }
}
