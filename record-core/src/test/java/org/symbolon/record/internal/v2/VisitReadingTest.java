package org.symbolon.record.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.record.RecordIdentity;

class VisitReadingTest {
    private static final String PATIENT =
            "PID|1||900^^^PL^NI~4711^^^CLINIC&1.2.3&ISO^MR||Doe^Jon^Q^Jr^Dr^^A~Doe^John^Q^Jr^Dr^^L||19700102|F|||||||||||123\r";
    private static final String VISIT =
            "PV1|1|I|||||||||||||||||V 1^^^C^VN|||||||||||||||||||||||||202601010830|20260109|||||V 0^^^C^ZVN\r";

    @Test
    void identityIsThatOfThePatient() {
        RecordIdentity identity = V2.read(V2.HEADER + PATIENT + VISIT).identity();
        assertThat(identity.patientId()).isEqualTo("4711");
        assertThat(identity.issuer()).isEqualTo("CLINIC");
        assertThat(identity.otherPatientIds()).containsExactly("900", "123");
        assertThat(identity.patientName()).isEqualTo("Doe^John^Q^Dr^Jr");
        assertThat(identity.birthDate()).isEqualTo("19700102");
        assertThat(identity.sex()).isEqualTo("F");
        assertThat(identity.visitNumbers()).containsExactly("V 1", "V 0");
        assertThat(identity.documentId()).contains("M1").contains("LAB");
    }

    @Test
    void visitHasItsTimesAndThePreviousOne() {
        VisitRecord visit = V2.read(V2.HEADER + PATIENT + VISIT).visit();
        assertThat(visit.kind()).isEqualTo("ORU^R01");
        assertThat(visit.documentId()).isEqualTo("M1");
        assertThat(visit.birthDate()).isEqualTo("1970-01-02");
        assertThat(visit.date()).isEqualTo("2026-01-01T08:30:00");
        assertThat(visit.visits())
                .containsExactly(new Visit("V 1", "V 0", "2026-01-01T08:30:00", "2026-01-09", "inpatient"));
    }

    @Test
    void diagnosesStandInTheOrderOfPriority() {
        VisitRecord visit = V2.read(V2.HEADER + "DG1|1||J18.9^Pneumonia^I10||20260101||||||||||2\r"
                        + "DG1|2||C34.1^Lung cancer^I10C||20260102||||||||||1\rDG1|3|I9|7159^Arthrosis\rDG1|4||||\r")
                .visit();
        assertThat(visit.diagnoses())
                .containsExactly(
                        new CodedText(CodedText.ICD_10, "C34.1", "Lung cancer", "2026-01-02"),
                        new CodedText(CodedText.ICD_10, "J18.9", "Pneumonia", "2026-01-01"),
                        new CodedText(CodedText.ICD_9, "7159", "Arthrosis", ""));
    }

    @Test
    void measuredValuesAreResults() {
        VisitRecord visit = V2.read(V2.HEADER + "OBR|1|||PANEL^Panel^L|||20260103|||||||||||||||||LAB\r"
                        + "OBX|1|NM|HB^Hemo^L^718-7^Hemoglobin^LN||13.5|g/dL^x^UCUM|12-16|L|||F\r"
                        + "OBX|2|SN|X^Titre^L||>^1^:^128|||||F\rOBX|3|CE|Y^Strip^L||POS^positive^L||||||F\r")
                .visit();
        assertThat(visit.laboratoryResults())
                .containsExactly(
                        new LaboratoryResult(
                                new CodedText(CodedText.LOINC, "718-7", "Hemoglobin", "2026-01-03"),
                                "13.5",
                                "g/dL",
                                "12-16",
                                "L",
                                "2026-01-03"),
                        new LaboratoryResult(
                                new CodedText("L", "X", "Titre", "2026-01-03"), ">1:128", "", "", "", "2026-01-03"),
                        new LaboratoryResult(
                                new CodedText("L", "Y", "Strip", "2026-01-03"), "positive", "", "", "", "2026-01-03"));
    }

    @Test
    void textsOfOneOrderAndHeadingAreOneDescription() {
        VisitRecord visit = V2.read(V2.HEADER + "OBR|1|P|F77|24627-2^CT Chest^LN|||20260103|||||||||||ACC 9||||||CT\r"
                        + "OBX|1|TX|24627-2^CT Chest^LN||A nodule\rOBX|2|TX|24627-2^CT Chest^LN||in the left lobe.\r"
                        + "OBX|3|TX|X^Recommendations^L||Biopsy\rNTE|1||see priors\r")
                .visit();
        assertThat(visit.accessionNumbers()).containsExactly("ACC 9");
        assertThat(visit.procedures())
                .containsExactly(new CodedText(CodedText.LOINC, "24627-2", "CT Chest", "2026-01-03"));
        assertThat(visit.descriptions())
                .containsExactly(
                        new Description(Kind.CT, "CT Chest", "A nodule\nin the left lobe.", "2026-01-03"),
                        new Description(Kind.RECOMMENDATIONS, "Recommendations", "Biopsy", "2026-01-03"),
                        new Description(Kind.OBSERVATIONS, "Note", "see priors", ""));
    }

    @Test
    void accessionNumberOfAnImagingOrderIsTheFillersWhereNoOtherIsGiven() {
        assertThat(V2.read(V2.HEADER + "ORC|RE|P|F1\rOBR|1|P||X^Y||||||||||||||||||||RAD\r")
                        .identity()
                        .accessionNumbers())
                .containsExactly("F1");
        assertThat(V2.read(V2.HEADER + "ORC|RE|P|F1\rOBR|1|P|F1|X^Y||||||||||||||||||||LAB\r")
                        .identity()
                        .accessionNumbers())
                .isEmpty();
        assertThat(V2.read(V2.HEADER + "IPC|A7|R|1.2.3|S\rOBR|1|P|F1|X^Y||||||||||||||||||||RAD\r")
                        .identity()
                        .accessionNumbers())
                .isEqualTo(List.of("A7"));
    }

    @Test
    void batchOfSeveralMessagesHasNoIdOfItsOwn() {
        assertThat(V2.read(V2.HEADER + PATIENT + V2.HEADER + PATIENT).identity().documentId())
                .isEmpty();
        assertThat(V2.read("BHS|^~\\&|A|B|C|D|2026||||B77\r" + V2.HEADER + PATIENT + V2.HEADER + PATIENT + "BTS|2\r")
                        .identity()
                        .documentId())
                .contains("B77");
    }
}
