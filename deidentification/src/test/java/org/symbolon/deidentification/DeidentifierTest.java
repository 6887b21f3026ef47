package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class DeidentifierTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Hospital hospital;

    @BeforeAll
    static void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    static List<Arguments> encodings() {
        List<Arguments> all = new ArrayList<>();
        for (TransferSyntax syntax : List.of(
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                EXPLICIT,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
            for (SequenceLengths lengths : SequenceLengths.values()) {
                all.add(Arguments.of(syntax, lengths));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void basicLeavesNoIdentityAndTheHalvesGiveTheOriginal(TransferSyntax syntax, SequenceLengths lengths)
            throws IOException {
        Path original = SampleObject.write(folder.resolve("o.dcm"), SampleObject.dataSet(), syntax, lengths);
        Path anonymous = folder.resolve("a.dcm");
        Path back = folder.resolve("b.dcm");

        DataSet result;
        try (DeidentifiedObject object = hospital.deidentifier("basic").deidentify(original)) {
            object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
            result = SampleObject.read(anonymous);
            assertThat(result.string(Tags.PatientID))
                    .isEqualTo(object.identityHalf().patientPseudonym());
            new Reidentifier().personalise(anonymous, object.identityHalf(), back);
        }

        assertThat(Files.mismatch(original, back)).isEqualTo(-1);
        assertThat(tags(result)).isSorted().doesNotHaveDuplicates();
        assertThat(result.contains(SampleObject.PRIVATE_CREATOR)).isFalse();
        assertThat(result.contains(SampleObject.PRIVATE_VALUE)).isFalse();
        assertThat(result.contains(Tags.OtherPatientIDs)).isFalse();
        assertThat(result.string(Tags.StudyDate)).isEmpty();
        assertThat(result.contains(Tags.InstitutionName)).isFalse();
        assertThat(result.string(Tags.ReferringPhysicianName)).isEmpty();
        assertThat(result.contains(Tags.ReferringPhysicianName)).isTrue();
        assertThat(result.sequence(Tags.ReferencedStudySequence)).isEmpty();
        assertThat(result.string(Tags.LongitudinalTemporalInformationModified)).isEqualTo("REMOVED");
        assertThat(result.bytes(Tags.PixelData)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        String everything = text(anonymous);
        if (!syntax.deflated()) {
            for (String secret : List.of("ster", "ller", "4711", "Elsewhere", "private", "Rolf", "10.1999", "ACC1")) {
                assertThat(everything).doesNotContain(secret);
            }
        }
    }

    @Test
    void uidsAreReplacedTheSameAtEveryDepthAndRegisteredOnesStay() throws IOException {
        DataSet result = deidentified("archive", SampleObject.dataSet());

        DataSet image = result.sequence(Tags.ReferencedImageSequence).get(0);
        DataSet content = result.sequence(Tags.ContentSequence).get(1);
        String replaced = image.string(Tags.ReferencedSOPInstanceUID);
        assertThat(replaced).startsWith("2.25.");
        assertThat(content.string(Tags.UID)).isEqualTo(replaced);
        assertThat(content.sequence(Tags.ReferencedSOPSequence).get(0).string(Tags.ReferencedSOPInstanceUID))
                .isEqualTo(replaced);
        assertThat(image.string(Tags.ReferencedSOPClassUID)).isEqualTo(Uids.CTImageStorage);
        assertThat(result.string(Tags.SOPClassUID)).isEqualTo(Uids.CTImageStorage);
    }

    @Test
    void nestedPatientIsThePseudonymOnlyIfItIsTheSamePatient() throws IOException {
        DataSet result = deidentified("basic", SampleObject.dataSet());

        DataSet content = result.sequence(Tags.ContentSequence).get(0);
        assertThat(content.string(Tags.PatientID)).isEqualTo(result.string(Tags.PatientID));
        assertThat(content.string(Tags.PatientName)).isEmpty();
        assertThat(content.contains(SampleObject.PRIVATE_VALUE)).isFalse();
    }

    @Test
    void archiveMovesDatesByThePatientsDaysAndKeepsCharacteristics() throws IOException {
        DataSet object = SampleObject.dataSet();
        object.putString(Tags.SeriesDate, "20240311");
        object.putString(Tags.ContentDate, "no date");
        object.put(Tags.SeriesTime, Vr.TM, "Max M");
        DataSet result = deidentified("archive", object);

        LocalDate study = date(result.string(Tags.StudyDate));
        assertThat(study).isBefore(LocalDate.of(2024, 3, 1));
        assertThat(date(result.string(Tags.SeriesDate))).isEqualTo(study.plusDays(10));
        assertThat(result.contains(Tags.ContentDate)).isTrue();
        assertThat(result.string(Tags.ContentDate)).isEmpty();
        assertThat(result.string(Tags.StudyTime)).isEqualTo("101500");
        assertThat(result.contains(Tags.SeriesTime)).isFalse();
        assertThat(result.string(Tags.PatientAge)).isEqualTo("062Y");
        assertThat(result.string(Tags.PatientSex)).isEqualTo("M");
        assertThat(result.string(Tags.PatientBirthDate)).isEmpty();
        assertThat(result.string(Tags.LongitudinalTemporalInformationModified)).isEqualTo("MODIFIED");
        assertThat(result.sequence(Tags.DeidentificationMethodCodeSequence))
                .extracting(code -> code.string(Tags.CodeValue))
                .containsExactly("113100", "113107", "113108");
    }

    @Test
    void marksOfAnEarlierDeidentificationAreReplaced() throws IOException {
        DataSet object = SampleObject.dataSet();
        object.putString(Tags.PatientIdentityRemoved, "NO");
        object.putString(Tags.DeidentificationMethod, "by hand of Max");
        object.putString(Tags.LongitudinalTemporalInformationModified, "UNMODIFIED");

        DataSet result = deidentified("basic", object);

        assertThat(tags(result)).isSorted().doesNotHaveDuplicates();
        assertThat(result.string(Tags.PatientIdentityRemoved)).isEqualTo("YES");
        assertThat(result.string(Tags.DeidentificationMethod)).startsWith("PS3.15");
    }

    @Test
    void objectWithoutPatientGetsOne() throws IOException {
        DataSet object = SampleObject.dataSet();
        object.remove(Tags.PatientID).remove(Tags.PatientName);

        DataSet result = deidentified("archive", object);

        assertThat(result.string(Tags.PatientID)).hasSize(16).isEqualTo(result.string(Tags.PatientName));
        assertThat(tags(result)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void wcptRemovesOnlyWhatItNamesAndSaysSo() throws IOException {
        DataSet result = deidentified("wcpt", SampleObject.dataSet());

        assertThat(result.contains(Tags.PatientName)).isFalse();
        assertThat(result.sequence(Tags.ContentSequence).get(0).contains(Tags.PatientID))
                .isFalse();
        assertThat(result.string(Tags.SOPInstanceUID)).isEqualTo(SampleObject.INSTANCE);
        assertThat(result.string(Tags.PatientBirthDate)).isEqualTo("19610417");
        assertThat(result.string(SampleObject.PRIVATE_VALUE)).isEqualTo("top private");
        assertThat(result.string(Tags.PatientIdentityRemoved)).isEqualTo("YES");
        assertThat(result.string(Tags.DeidentificationMethod)).isEqualTo("Symbolon profile wcpt");
        assertThat(result.contains(Tags.DeidentificationMethodCodeSequence)).isFalse();
    }

    @Test
    void sup55KeepsTheObjectAnObject() throws IOException {
        DataSet result = deidentified("sup55", SampleObject.dataSet());

        assertThat(result.string(Tags.SOPInstanceUID)).startsWith("2.25.");
        assertThat(result.string(Tags.StudyInstanceUID)).startsWith("2.25.");
        assertThat(result.contains(Tags.ContentSequence)).isFalse();
    }

    @Test
    void groupLengthsFollowWhatWcptRemovesAndGoUnderBasic() throws IOException {
        DataSet object = SampleObject.dataSet();
        Path plain = SampleObject.write(folder.resolve("p.dcm"), object, EXPLICIT, SequenceLengths.DEFINED);
        Path original = GroupLengths.insert(plain, folder.resolve("o.dcm"), 0x0010);
        Path back = folder.resolve("b.dcm");
        Path anonymous = folder.resolve("a.dcm");

        try (DeidentifiedObject wcpt = hospital.deidentifier("wcpt").deidentify(original)) {
            wcpt.writeFile(anonymous, Durability.WHEN_CONVENIENT);
            new Reidentifier().personalise(anonymous, wcpt.identityHalf(), back);
        }

        assertThat(GroupLengths.of(anonymous, 0x0010)).isEqualTo(GroupLengths.expected(anonymous, 0x0010));
        assertThat(Files.mismatch(original, back)).isEqualTo(-1);
        try (DeidentifiedObject basic = hospital.deidentifier("basic").deidentify(original)) {
            basic.writeFile(anonymous, Durability.WHEN_CONVENIENT);
        }
        assertThat(SampleObject.read(anonymous).contains(0x00100000)).isFalse();
    }

    @Test
    void sequenceHiddenInAnUnknownValueIsRemoved() throws IOException {
        DataSet object = SampleObject.dataSet();
        object.putBytes(
                Tags.ReferencedSeriesSequence,
                Vr.UN,
                "1.2.826.0.1.3680043.10.1999.4 Max".getBytes(StandardCharsets.US_ASCII));
        object.put(0x00081199 + 2, Vr.LO, "not in the dictionary");

        DataSet result = deidentified("basic", object);

        assertThat(result.contains(Tags.ReferencedSeriesSequence)).isFalse();
        assertThat(result.contains(0x00081199 + 2)).isFalse();
    }

    @Test
    void uidListTooLongForItsLengthFieldIsRefused() throws IOException {
        String[] uids = new String[6000];
        Arrays.setAll(uids, i -> "1.2." + i);
        DataSet object = SampleObject.dataSet();
        object.putString(Tags.FailedSOPInstanceUIDList, uids);

        assertRefused(object, ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void objectsWithoutUidsAreRefused() throws IOException {
        for (int tag :
                new int[] {Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID}) {
            assertRefused(SampleObject.dataSet().remove(tag), ErrorCode.MISSING_UID);
            assertRefused(SampleObject.dataSet().put(tag, Vr.UI, "no uid"), ErrorCode.MISSING_UID);
        }
    }

    @Test
    void everyTruncationIsRefusedOrStillAnObjectOfItsOwn() throws IOException {
        Path whole = SampleObject.write(
                folder.resolve("o.dcm"), SampleObject.dataSet(), EXPLICIT, SequenceLengths.UNDEFINED);
        byte[] bytes = Files.readAllBytes(whole);
        Deidentifier deidentifier = hospital.deidentifier("basic");
        Path cut = folder.resolve("cut.dcm");
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            try (DeidentifiedObject object = deidentifier.deidentify(cut)) {
                Path back = folder.resolve("back.dcm");
                Path anonymous = folder.resolve("a.dcm");
                object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
                new Reidentifier().personalise(anonymous, object.identityHalf(), back, Durability.WHEN_CONVENIENT);
                assertThat(Files.mismatch(cut, back)).isEqualTo(-1);
            } catch (SymbolonException e) {
                assertThat(e.code().kind()).isEqualTo(ErrorCode.Kind.MALFORMED_INPUT);
            }
        }
    }

    @Test
    void moreThanTheIdentityHalfMayHoldIsRefused() throws IOException {
        DataSet object = SampleObject.dataSet();
        object.putBytes(0x00091020, Vr.OB, new byte[2000]);
        Path original = SampleObject.write(folder.resolve("o.dcm"), object, EXPLICIT, SequenceLengths.DEFINED);
        DeidentifierOptions options = DeidentifierOptions.of("clinic").withMaxIdentityHalfBytes(2000);
        Deidentifier deidentifier = new Deidentifier(Profiles.byName("basic"), hospital.crosswalk, options);

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> deidentifier.deidentify(original))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }

    @Test
    void valuesOfTheIdentityHalfAreTheOnesThatWent() throws IOException {
        Path original = SampleObject.write(
                folder.resolve("o.dcm"), SampleObject.dataSet(), EXPLICIT, SequenceLengths.UNDEFINED);

        List<OriginalValue> values;
        try (DeidentifiedObject object = hospital.deidentifier("basic").deidentify(original)) {
            values = IdentityHalfReader.values(object.identityHalf());
        }

        assertThat(values)
                .extracting(
                        value -> value.depth() + " " + new String(value.value(), StandardCharsets.ISO_8859_1).strip())
                .contains(
                        "0 M\u00FCster^Max",
                        "0 PID4711",
                        "0 top private",
                        "1 deep private",
                        "1 Reader^Rolf",
                        "0 20240301");
        assertThat(values).extracting(OriginalValue::tag).doesNotContain(Tags.Modality, Tags.Rows);
    }

    private void assertRefused(DataSet object, ErrorCode code) throws IOException {
        Path file = SampleObject.write(folder.resolve("refused.dcm"), object, EXPLICIT, SequenceLengths.DEFINED);
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> hospital.deidentifier("basic").deidentify(file))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private DataSet deidentified(String profile, DataSet object) throws IOException {
        Path original = SampleObject.write(folder.resolve("o.dcm"), object, EXPLICIT, SequenceLengths.DEFINED);
        Path anonymous = folder.resolve("a.dcm");
        try (DeidentifiedObject result = hospital.deidentifier(profile).deidentify(original)) {
            result.writeFile(anonymous, Durability.WHEN_CONVENIENT);
        }
        return SampleObject.read(anonymous);
    }

    private static List<Long> tags(DataSet dataSet) {
        List<Long> tags = new ArrayList<>();
        for (Element element : dataSet) {
            tags.add(Integer.toUnsignedLong(element.tag()));
        }
        return tags;
    }

    private static LocalDate date(String value) {
        return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
