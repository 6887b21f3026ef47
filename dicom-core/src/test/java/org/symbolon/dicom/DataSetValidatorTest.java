package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetValidatorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aFileByTheBookHasNoFinding() throws IOException {
        Path path = folder.resolve("file");
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 100")
                .putString(Tags.SOPClassUID, Uids.CTImageStorage)
                .putString(Tags.SOPInstanceUID, "2.25.1")
                .putString(Tags.StudyDate, "20260101")
                .putString(Tags.PatientName, "T\u00e4st^Tom")
                .putString(Tags.PatientAge, "065Y")
                .putString(Tags.ImagePositionPatient, "1", "-2.5", "3e-2")
                .putBytes(0x00291010, Vr.UN, new byte[2])
                .put(0x00290010, Vr.LO, "ME")
                .putInts(Tags.Rows, Vr.US, 1)
                .putBytes(Tags.PixelData, Vr.OW, new byte[2]);
        Part10Writer.write(path, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(DataSetValidator.validate(DicomFile.open(path)).list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "StudyDate, DA, 2026-1-1, DA is YYYYMMDD",
        "StudyDate, DA, 20261301, DA is YYYYMMDD",
        "StudyTime, TM, 246000, TM is HHMMSS",
        "PatientAge, AS, 65Y, AS is three digits",
        "PatientID, LO, 0123456789012345678901234567890123456789012345678901234567890123456789, LO is at most 64",
        "Modality, CS, ct, CS is at most 16",
        "SOPInstanceUID, UI, 1.02.3, UI is a UID",
        "SliceThickness, DS, 1.2.3, DS is a decimal number",
        "InstanceNumber, IS, 1.5, IS is a whole number",
        "PatientName, PN, a^b^c^d^e^f, PN has at most 3 groups",
        "PatientSex, CS, F\\M, Another number of values",
        "PatientSex, LO, F, Another VR",
        "PatientSex, UN, F, UN for an element",
        "LossyImageCompressionRetired, CS, 01, A retired element"
    })
    void namesTheRule(String keyword, Vr vr, String value, String rule) throws IOException {
        int tag = Tag.parse(keyword);
        DataSet dataSet = new DataSet().putBytes(tag, vr, Bytes.ascii(value));
        List<Finding> findings = validate(DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule()).startsWith(rule);
            assertThat(finding.tag()).isEqualTo(tag);
            assertThat(finding.toString()).doesNotContain(value + " ");
        });
    }

    @Test
    void looksAtPaddingCharactersAndBlocks() throws IOException {
        assertRule("Text is padded", bytes().element(Tags.PatientID, Vr.LO, "a\0"));
        assertRule("A UID is padded", bytes().element(Tags.SOPClassUID, Vr.UI, "1.2 "));
        assertRule("Only the default repertoire", bytes().element(Tags.PatientID, Vr.LO, "\u00e4 "));
        assertRule("A private block", bytes().element(0x00291010, Vr.LO, "ab"));
        assertRule("A private element lies", bytes().element(0x00290001, Vr.LO, "ab"));
        assertRule("Groups 0000", bytes().element(0x00020010, Vr.UI, "12"));
        assertRule("An even group", bytes().element(0x00080007, Vr.LO, "ab"));
        assertFault("LATIN1");
        assertFault("ISO_IR 192\\ISO 2022 IR 87");
        assertRule("A value is a whole number", bytes().element(Tags.Rows, Vr.US, "abc"));
        assertRule("A value has an even length", bytes().element(Tags.PatientID, Vr.LO, "abc"));
    }

    @Test
    void holdsTheMetaGroupAgainstTheDataSet() throws IOException {
        Path path = folder.resolve("file");
        DataSet dataSet = new DataSet().putString(Tags.SOPClassUID, "1.2").putString(Tags.SOPInstanceUID, "1.3");
        Part10Writer.write(path, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path edited = folder.resolve("edited");
        FileEditor.of(DicomFile.open(path))
                .put(TagPath.of(Tags.SOPInstanceUID), "1.4")
                .remove(TagPath.of(Tags.ImplementationClassUID))
                .write(edited);
        assertThat(DataSetValidator.validate(DicomFile.open(edited)).list())
                .extracting(Finding::tag)
                .containsExactlyInAnyOrder(Tags.ImplementationClassUID, Tags.MediaStorageSOPInstanceUID);
    }

    @Test
    void judgesEveryFileOfTheTestData() throws IOException {
        for (Path path : SharedData.files("dicom")) {
            try {
                assertThat(DataSetValidator.validate(DicomFile.open(path)).count())
                        .isNotNegative();
            } catch (DicomFormatException e) {
                assertThat(e.problem()).isNotNull();
            }
        }
    }

    private static void assertFault(String characterSet) throws IOException {
        byte[] dataSet =
                bytes().element(Tags.SpecificCharacterSet, Vr.CS, characterSet).toArray();
        assertThat(validate(dataSet)).extracting(Finding::rule).anyMatch(rule -> rule.endsWith("(PS3.3 C.12.1.1.2)"));
    }

    private static void assertRule(String rule, Bytes dataSet) throws IOException {
        assertThat(validate(dataSet.toArray())).extracting(Finding::rule).anyMatch(text -> text.startsWith(rule));
    }

    private static List<Finding> validate(byte[] dataSet) throws IOException {
        ReaderOptions options = ReaderOptions.defaults().withLeniency(Leniency.SALVAGE);
        return DataSetValidator.validate(DataSetReader.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options))
                .list();
    }
}
