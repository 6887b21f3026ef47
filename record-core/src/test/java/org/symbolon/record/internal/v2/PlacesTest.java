package org.symbolon.record.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;

class PlacesTest {
    private static final String MESSAGE = V2.HEADER
            + "PID|1|OLD7|4711^9^M10^CLINIC&1.2.3&ISO^MR~900101^^^PL^NI||Doe^John^Q^Jr^Dr^^L||19700102|M||2106-3^White^HL70005"
            + "|Main St 1^^Town^KY^12345^USA||^PRN^PH^^1^270^6009800|||M|||123456789\r"
            + "NK1|1|Doe^Mary|SPO^Spouse^HL70063|Main St 1|555-1234\r"
            + "PV1|1|I|WARD^12^2^CLINIC||||77^Welby^Marcus||||||||||||V-1001^^^CLINIC^VN|||||||||||||||||||||||||20260101||||||V-0999^^^CLINIC^VN\r"
            + "DG1|1|I10|C34.1^Malignant neoplasm of upper lobe^I10|Lung cancer|20260101\r"
            + "ORC|RE|P1|ACC123\r"
            + "OBR|1|P1^HIS|ACC123|24627-2^CT chest^LN|||20260102|||||||||||ACC123|1.2.3.4.5||||||CT\r"
            + "OBX|1|TX|24627-2^CT chest^LN|1|Mr. Doe, nodule 12 mm||||||F\r"
            + "OBX|2|NM|718-7^Hemoglobin^LN||13.5|g/dL|12-16|N|||F\r"
            + "OBX|3|ED|X^Y||LAB^IM^PDF^Base64^JVBERi0=||||||F\r"
            + "NTE|1||call 555 1234\r"
            + "ZXX|1|John Doe\r";

    private final ClinicalRecord record = V2.read(MESSAGE);

    @ParameterizedTest
    @CsvSource({
        "MSH-3.1,ORGANISATION_NAME",
        "MSH-7.1,DATE",
        "MSH-10,RECORD_IDENTIFIER",
        "MSH-12.1,VALUE",
        "PID-2.1,PATIENT_IDENTIFIER",
        "PID-3.1,PATIENT_IDENTIFIER",
        "PID-3.4.1,ORGANISATION_NAME",
        "PID-3.4.2,OTHER_IDENTIFIER",
        "PID-3.5,VALUE",
        "PID-5.1,PATIENT_NAME",
        "PID-5.5,PATIENT_NAME",
        "PID-5.7,VALUE",
        "PID-7.1,BIRTH_DATE",
        "PID-8,VALUE",
        "PID-10.2,LABEL",
        "PID-11.1,ADDRESS",
        "PID-11.5,ADDRESS",
        "PID-11.6,VALUE",
        "PID-13.7,TELECOM",
        "PID-19,PATIENT_IDENTIFIER",
        "NK1-2.1,OTHER_NAME",
        "NK1-5.1,TELECOM",
        "PV1-3.1,ORGANISATION_NAME",
        "PV1-7.1,OTHER_IDENTIFIER",
        "PV1-7.2,OTHER_NAME",
        "PV1-19.1,VISIT_NUMBER",
        "PV1-44.1,DATE",
        "PV1-50.1,VISIT_NUMBER",
        "DG1-3.1,VALUE",
        "DG1-3.2,LABEL",
        "DG1-4,LABEL",
        "ORC-2.1,RECORD_IDENTIFIER",
        "ORC-3.1,ACCESSION_NUMBER",
        "OBR-3.1,ACCESSION_NUMBER",
        "OBR-18,ACCESSION_NUMBER",
        "OBR-19,DICOM_UID",
        "OBX-5,NARRATIVE",
        "OBX-7,VALUE",
        "OBX-5.5,ATTACHMENT",
        "NTE-3,NARRATIVE",
        "ZXX,REMOVABLE",
        "ZXX-2,UNKNOWN"
    })
    void typeComesFromFieldAndDataType(String path, PlaceType type) {
        assertThat(V2.type(record, path)).isEqualTo(type);
    }

    @Test
    void positionsAreThoseOfTheBytes() {
        byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
        Place name = V2.place(record, "PID-5.1");
        assertThat(new String(bytes, name.offset(), name.length(), StandardCharsets.UTF_8))
                .isEqualTo("Doe");
    }

    @Test
    void attachmentHasNoText() {
        assertThat(V2.place(record, "OBX-5.5").text()).isEmpty();
    }

    @Test
    void removableTakesItsTerminatorAlong() {
        byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(V2.withoutRemovable(bytes, record.places()), StandardCharsets.UTF_8))
                .isEqualTo(MESSAGE.substring(0, MESSAGE.indexOf("ZXX")));
    }

    @Test
    void unknownTextFieldIsUnknown() {
        assertThat(V2.type(V2.read(V2.HEADER + "PID|1\rNK1|1|||||||||Baker at the corner\r"), "NK1-10"))
                .isEqualTo(PlaceType.UNKNOWN);
    }

    @Test
    void fieldsAndComponentsBeyondTheDefinitionAreUnknown() {
        ClinicalRecord longer = V2.read(V2.HEADER + "PID|1|||||||M^John\rNTE|1||text||||||||||John\r");
        assertThat(V2.type(longer, "PID-8.2")).isEqualTo(PlaceType.UNKNOWN);
        assertThat(V2.type(longer, "NTE-13")).isEqualTo(PlaceType.UNKNOWN);
    }

    @Test
    void wordInACodeFieldIsALabel() {
        assertThat(V2.type(V2.read(V2.HEADER + "PID|1||||||||||||||||Married\r"), "PID-17.1"))
                .isEqualTo(PlaceType.LABEL);
    }

    @Test
    void lineBreakThatEndsNoSegmentIsText() {
        ClinicalRecord broken = V2.read(V2.HEADER + "OBX|1|TX|A||first\nsecond||||||F\rNTE|1||end\r");
        assertThat(V2.place(broken, "OBX-5").text()).isEqualTo("first\nsecond");
        assertThat(V2.type(broken, "OBX-11")).isEqualTo(PlaceType.VALUE);
    }

    @Test
    void withdrawnFieldsKeepTheirMeaning() {
        ClinicalRecord late =
                V2.read("MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|P|2.8\rPID|1|X77|||||||||||||||||123-45-6789\r");
        assertThat(V2.type(late, "PID-2.1")).isEqualTo(PlaceType.PATIENT_IDENTIFIER);
        assertThat(V2.type(late, "PID-19")).isEqualTo(PlaceType.PATIENT_IDENTIFIER);
    }

    @Test
    void orderOfOffsetsHoldsAndNothingOverlaps() {
        int end = 0;
        for (Place place : record.places()) {
            assertThat(place.offset()).isGreaterThanOrEqualTo(end);
            end = place.type() == PlaceType.REMOVABLE ? end : place.end();
        }
    }

    @Test
    void messageWithItsOwnDelimiters() {
        ClinicalRecord own = V2.read("MSH$*+!%$A$B$C$D$2026$$ADT*A01$1$P$2.5\rPID$1$$7***H%1.2%ISO$$Doe*John!S!Jim\r");
        assertThat(V2.place(own, "PID-5.2").text()).isEqualTo("John*Jim");
        assertThat(own.identity().patientName()).isEqualTo("Doe^John*Jim");
        assertThat(V2.place(own, "PID-3.4.2").text()).isEqualTo("1.2");
        assertThat(new String(V2.place(own, "PID-5.2").syntax().encode("a$b*c\nd"), StandardCharsets.UTF_8))
                .isEqualTo("a!F!b!S!c!.br!d");
    }

    @Test
    void studyReferenceOfIheIsKept() {
        ClinicalRecord study = V2.read(V2.HEADER + "ZDS|1.2.840.99^^Application^DICOM\r");
        assertThat(study.places()).noneMatch(place -> place.type() == PlaceType.REMOVABLE);
        assertThat(V2.type(study, "ZDS-1.1")).isEqualTo(PlaceType.DICOM_UID);
        assertThat(study.identity().studyInstanceUids()).isEqualTo(List.of("1.2.840.99"));
    }

    @Test
    void limitsHoldAtTheMaximumAndFailOnePastIt() {
        byte[] two = (V2.HEADER + V2.HEADER).getBytes(StandardCharsets.UTF_8);
        int places = V2.read(two).places().size();
        Hl7V2Reader reader = new Hl7V2Reader();
        reader.read(two, RecordFormat.HL7_V2, new RecordOptions(1000, places, 10, 2));
        for (RecordOptions tooFew :
                List.of(new RecordOptions(1000, places - 1, 10, 2), new RecordOptions(1000, places, 10, 1))) {
            assertThatThrownBy(() -> reader.read(two, RecordFormat.HL7_V2, tooFew))
                    .isInstanceOfSatisfying(
                            SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
        }
    }
}
