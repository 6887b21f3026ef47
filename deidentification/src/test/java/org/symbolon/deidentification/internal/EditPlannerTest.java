package org.symbolon.deidentification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.deidentification.ChangeSummary.Line;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class EditPlannerTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;

    private static final int CREATOR = 0x00290010;
    private static final int OTHER_CREATOR = 0x00290011;
    private static final int KEPT = 0x00291010;
    private static final int DROPPED = 0x00291020;
    private static final int OF_OTHER = 0x00291110;

    @Test
    void privateCreatorsStayExactlyWhereSomethingOfTheirBlockDoes() {
        DataSet item = new DataSet().put(CREATOR, Vr.LO, "ACME").put(DROPPED, Vr.LO, "deep");
        DataSet dataSet = new DataSet()
                .put(CREATOR, Vr.LO, "ACME")
                .put(OTHER_CREATOR, Vr.LO, "OTHER")
                .put(KEPT, Vr.DS, "1.5")
                .put(DROPPED, Vr.LO, "gone")
                .put(OF_OTHER, Vr.LO, "gone")
                .putSequence(Tags.ContentSequence, List.of(item));

        for (TransferSyntax syntax : List.of(EXPLICIT, IMPLICIT, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)) {
            DataSet result = new Planned()
                    .removingPrivate()
                    .with(KEPT, Action.KEEP)
                    .of(DataSetWriter.toBytes(dataSet, syntax), syntax);

            assertThat(result.contains(CREATOR)).isTrue();
            assertThat(result.string(KEPT)).isEqualTo("1.5");
            assertThat(result.contains(DROPPED)).isFalse();
            assertThat(result.contains(OTHER_CREATOR)).isFalse();
            assertThat(result.contains(OF_OTHER)).isFalse();
            assertThat(result.sequence(Tags.ContentSequence).get(0).contains(CREATOR))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(SequenceLengths.class)
    void sequencesThatHideInUnknownValuesAreCleaned(SequenceLengths lengths) {
        DataSet inner = new DataSet().putString(Tags.PatientID, "PID4711").putString(Tags.CodeMeaning, "Thorax");
        DataSet outer = new DataSet()
                .putString(Tags.PatientID, "PID4711")
                .putSequence(Tags.ConceptNameCodeSequence, List.of(inner));
        byte[] implicit = new ImplicitItems(lengths).of(outer);
        for (TransferSyntax syntax : List.of(EXPLICIT, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)) {
            DataSet dataSet = new DataSet()
                    .put(CREATOR, Vr.LO, "ACME")
                    .putBytes(KEPT, Vr.UN, implicit)
                    .putBytes(Tags.ContentSequence, Vr.UN, implicit);

            byte[] result = new Planned()
                    .with(Tags.PatientID, Action.REMOVE)
                    .bytes(DataSetWriter.toBytes(dataSet, syntax), syntax);

            assertThat(Ascii.text(result)).doesNotContain("4711").contains("Thorax");
            DataSet read = new Planned().of(result, syntax);
            assertThat(read.bytes(Tags.ContentSequence).length)
                    .isLessThan(implicit.length)
                    .isEqualTo(read.bytes(KEPT).length);
        }
    }

    @Test
    void whatLooksLikeAHiddenSequenceAndIsNoneFollowsTheRuleForItsBytes() {
        byte[] broken = {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0, 100, 0, 0, 0, 1, 2, 3, 4};
        DataSet dataSet = new DataSet().putBytes(Tags.ContentSequence, Vr.UN, broken);

        DataSet result = new Planned()
                .with(Tags.ContentSequence, Rule.of(Action.PROCESS, Action.REMOVE, "test"))
                .of(DataSetWriter.toBytes(dataSet, EXPLICIT), EXPLICIT);

        assertThat(result.contains(Tags.ContentSequence)).isFalse();
    }

    @Test
    void privateBytesLoseCopiesOfWhatGoesAndKeepTheirLength() {
        String csa = "SV10\4\3\2\1 PatientName Mustermann Frames 12 Musterma 1.2.826.0.1.77.12 1.2.826.0.1.77.123"
                + " t=20240301101500 id<PID4711> max";
        DataSet dataSet = new DataSet()
                .putString(Tags.StudyDate, "20240301")
                .putString(Tags.PatientName, "Mustermann^Max")
                .putString(Tags.PatientID, "PID4711")
                .putString(Tags.StudyInstanceUID, "1.2.826.0.1.77.12")
                .put(CREATOR, Vr.LO, "SIEMENS CSA HEADER")
                .putBytes(KEPT, Vr.OB, (csa + " ").getBytes(StandardCharsets.ISO_8859_1));
        Planned rules = new Planned()
                .searchingPrivate()
                .with(Tags.StudyDate, Action.SHIFT_DATE)
                .with(Tags.PatientName, Action.REMOVE)
                .with(Tags.PatientID, Action.PATIENT_PSEUDONYM)
                .with(Tags.StudyInstanceUID, Action.REPLACE_UID);

        DataSet result = rules.of(DataSetWriter.toBytes(dataSet, EXPLICIT), EXPLICIT);

        String searched = Ascii.trim(Ascii.text(result.bytes(KEPT)));
        assertThat(searched)
                .isEqualTo("SV10\4\3\2\1 PatientName XXXXXXXXXX Frames 12 Musterma 1.1.111.1.1.11.11 1.2.826.0.1.77.123"
                        + " t=19000101101500 id<XXX0000> XXX");
        assertThat(result.string(CREATOR)).isEqualTo("SIEMENS CSA HEADER");
        assertThat(result.string(Tags.StudyDate)).isEqualTo("20240220");
    }

    @Test
    void contentItemsAreJudgedByWhatTheyAreAbout() {
        DataSet code = new DataSet().putString(Tags.CodeValue, "T-1").putString(Tags.CodeMeaning, "lung");
        DataSet report = new DataSet()
                .putSequence(
                        Tags.ContentSequence,
                        List.of(
                                text("gone", "Max Mustermann", List.of(text("kept", "below", List.of()))),
                                text("dummy", "Max", List.of()),
                                text("kept", "nodule", List.of(text("gone", "deep", List.of()))),
                                new DataSet()
                                        .putString(Tags.ValueType, "CODE")
                                        .putSequence(Tags.ConceptNameCodeSequence, List.of(concept("dummy")))
                                        .putSequence(Tags.ConceptCodeSequence, List.of(code))));

        DataSet result = new Planned()
                .contentItem("gone", Action.REMOVE)
                .contentItem("dummy", Action.DUMMY)
                .of(DataSetWriter.toBytes(report, EXPLICIT), EXPLICIT);

        List<DataSet> items = result.sequence(Tags.ContentSequence);
        assertThat(items).hasSize(3);
        assertThat(items.get(0).string(Tags.TextValue)).isEqualTo("ANONYMIZED");
        assertThat(items.get(1).string(Tags.TextValue)).isEqualTo("nodule");
        assertThat(items.get(1).sequence(Tags.ContentSequence)).isEmpty();
        assertThat(items.get(2).sequence(Tags.ConceptCodeSequence).get(0).string(Tags.CodeMeaning))
                .isEqualTo("lung");
    }

    @Test
    void contentItemsThatOthersCountStayButSayNothing() {
        DataSet reference = new DataSet()
                .putString(Tags.RelationshipType, "INFERRED FROM")
                .putInts(Tags.ReferencedContentItemIdentifier, Vr.UL, 1, 2);
        DataSet report = new DataSet()
                .putSequence(
                        Tags.ContentSequence,
                        List.of(text("gone", "Max", List.of()), text("kept", "nodule", List.of(reference))));

        DataSet result =
                new Planned().contentItem("gone", Action.REMOVE).of(DataSetWriter.toBytes(report, EXPLICIT), EXPLICIT);

        List<DataSet> items = result.sequence(Tags.ContentSequence);
        assertThat(items).hasSize(2);
        assertThat(items.get(0).string(Tags.TextValue)).isEqualTo("ANONYMIZED");
    }

    private static DataSet text(String concept, String text, List<DataSet> children) {
        DataSet item = new DataSet()
                .putString(Tags.ValueType, "TEXT")
                .putSequence(Tags.ConceptNameCodeSequence, List.of(concept(concept)))
                .putString(Tags.TextValue, text);
        return children.isEmpty() ? item : item.putSequence(Tags.ContentSequence, children);
    }

    private static DataSet concept(String code) {
        return new DataSet().putString(Tags.CodeValue, code).putString(Tags.CodingSchemeDesignator, "DCM");
    }

    @Test
    void refusalsNameTagAndRuleAndNoValue() {
        DataSet dataSet = new DataSet().putString(Tags.PatientComments, "Mustermann");
        byte[] bytes = DataSetWriter.toBytes(dataSet, EXPLICIT);

        assertAtRisk(new Planned().with(Tags.PatientComments, Action.QUARANTINE), bytes, "(0010,4000), rule test: ");
        assertAtRisk(
                new Planned().requiring(Tags.StudyID, Vr.SH, Action.REQUIRE, ""), bytes, "(0020,0010), rule test requ");
        DataSet empty = new DataSet().putString(Tags.StudyID, " ");
        assertAtRisk(
                new Planned().with(Tags.StudyID, Action.REQUIRE),
                DataSetWriter.toBytes(empty, EXPLICIT),
                "(0020,0010), rule test");
        assertThat(new Planned().with(Tags.StudyID, Action.QUARANTINE).bytes(bytes, EXPLICIT))
                .isEqualTo(bytes);
    }

    private static void assertAtRisk(Planned rules, byte[] bytes, String message) {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> rules.bytes(bytes, EXPLICIT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.IDENTITY_AT_RISK))
                .withMessageContaining(message)
                .withMessageNotContaining("Mustermann");
    }

    @Test
    void everyValueActionDoesWhatItSays() {
        DataSet dataSet = new DataSet()
                .putString(Tags.SOPInstanceUID, "1.2.3.4")
                .putString(Tags.StudyDate, "20240315")
                .putString(Tags.SeriesDate, "20240315")
                .putString(Tags.AccessionNumber, "ACC7")
                .putString(Tags.StudyDescription, "CT Thorax of Mustermann")
                .putString(Tags.PatientName, "Mustermann^Max")
                .putString(Tags.PatientBirthDate, "19300315")
                .putString(Tags.PatientAge, "094Y")
                .putString(Tags.AdmissionID, "V1234")
                .putInts(Tags.Rows, Vr.US, 4)
                .putString(Tags.StudyID, "S1");
        Planned rules = new Planned()
                .with(Tags.SOPInstanceUID, Action.HOSPITAL_UID)
                .with(Tags.StudyDate, Action.TRUNCATE_DATE, "month")
                .with(Tags.SeriesDate, Action.TRUNCATE_DATE, "year")
                .with(Tags.AccessionNumber, Action.NUMBER_PSEUDONYM, "accession")
                .with(Tags.AdmissionID, Action.NUMBER_PSEUDONYM, "visit")
                .with(Tags.StudyDescription, Action.CLEAN_TEXT)
                .with(Tags.PatientName, Action.PATIENT_PSEUDONYM, "project")
                .with(Tags.PatientBirthDate, Action.CAP_AGE)
                .with(Tags.PatientAge, Action.CAP_AGE, "89")
                .with(Tags.Rows, Action.SET, "7")
                .with(Tags.StudyID, Action.HASH)
                .requiring(Tags.ClinicalTrialProtocolID, Vr.LO, Action.SET, "of ${project}");

        DataSet result = rules.of(DataSetWriter.toBytes(dataSet, EXPLICIT), EXPLICIT);

        assertThat(result.string(Tags.SOPInstanceUID)).startsWith("2.25.7");
        assertThat(result.string(Tags.StudyDate)).isEqualTo("20240301");
        assertThat(result.string(Tags.SeriesDate)).isEqualTo("20240101");
        assertThat(result.string(Tags.AccessionNumber)).isEqualTo("a4");
        assertThat(result.string(Tags.AdmissionID)).isEqualTo("v5");
        assertThat(result.string(Tags.StudyDescription))
                .startsWith("CT Thorax of ")
                .doesNotContain("Muster");
        assertThat(result.string(Tags.PatientName)).isEqualTo("PROJECTPSEUDONYM");
        assertThat(result.string(Tags.PatientBirthDate)).isEqualTo("19340315");
        assertThat(result.string(Tags.PatientAge)).isEqualTo("090Y");
        assertThat(result.integer(Tags.Rows, 0)).isEqualTo(7);
        assertThat(result.string(Tags.StudyID)).matches("[0-9A-F]{16}");
        assertThat(result.string(Tags.ClinicalTrialProtocolID)).isEqualTo("of TRIAL");
        assertThat(rules.summary().lines()).contains(new Line("test", Action.CAP_AGE, 2));
    }

    @Test
    void birthDatesOfTheOldAreMovedWithTheStudy() {
        DataSet dataSet =
                new DataSet().putString(Tags.StudyDate, "20240315").putString(Tags.PatientBirthDate, "19300101");
        Rule shifted = Rule.of(Action.SHIFT_DATE, Action.DUMMY, "test");

        DataSet result = new Planned()
                .with(Tags.StudyDate, shifted)
                .with(Tags.PatientBirthDate, new Rule(Action.CAP_AGE, Action.SHIFT_DATE, "", "test"))
                .of(DataSetWriter.toBytes(dataSet, EXPLICIT), EXPLICIT);

        assertThat(result.string(Tags.StudyDate)).isEqualTo("20240305");
        assertThat(result.string(Tags.PatientBirthDate)).isEqualTo("19340305");
    }

    @Test
    void textsOfItemsAreReadInTheirOwnCharacterSets() {
        DataSet item = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 144")
                .putBytes(Tags.PersonName, Vr.PN, new byte[] {(byte) 0xBB, (byte) 0xE2, (byte) 0xDE, (byte) 0xE0});
        DataSet dataSet = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 192")
                .putString(Tags.StudyDescription, "CT \u041B\u0442\u043E\u0440")
                .putSequence(Tags.ContentSequence, List.of(item));

        DataSet result = new Planned()
                .with(Tags.PersonName, Action.REMOVE)
                .with(Tags.StudyDescription, Action.CLEAN_TEXT)
                .of(DataSetWriter.toBytes(dataSet, EXPLICIT), EXPLICIT);

        assertThat(result.string(Tags.StudyDescription)).startsWith("CT ").doesNotContain("\u041B");
    }
}
