package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.deidentification.profile.Questions.CT;
import static org.symbolon.deidentification.profile.Questions.PET;
import static org.symbolon.deidentification.profile.Questions.facts;
import static org.symbolon.deidentification.profile.Questions.in;
import static org.symbolon.deidentification.profile.Questions.top;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tags;

/** The conditional codes of PS3.15 table E.1-1a, by the types that PS3.3 gives. */
class IodTypesTest {
    private static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
    private static final String RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5";
    private static final String ENDOSCOPY = "1.2.840.10008.5.1.4.1.1.77.1.1";
    private final Profile basic = Profiles.byName("basic");

    @Test
    void aDateThatIsOptionalInCtIsRequiredInPet() {
        // X/D: type 3 in General Series, type 1 in PET Series
        assertThat(top(basic, Tags.SeriesDate, facts(CT)).action()).isEqualTo(Action.REMOVE);
        assertThat(top(basic, Tags.SeriesDate, facts(PET)).action()).isEqualTo(Action.DUMMY);
        // X/Z: type 3 in General Image, type 2 in PET Image
        assertThat(top(basic, Tags.AcquisitionDate, facts(CT)).action()).isEqualTo(Action.REMOVE);
        assertThat(top(basic, Tags.AcquisitionDate, facts(PET)).action()).isEqualTo(Action.EMPTY);
    }

    @Test
    void contentDateIsEmptyOrADummyByItsType() {
        // Z/D: type 2C in General Image, type 1 in Multi-frame Functional Groups
        assertThat(top(basic, Tags.ContentDate, facts(CT)).action()).isEqualTo(Action.EMPTY);
        assertThat(top(basic, Tags.ContentDate, facts(ENHANCED_CT)).action()).isEqualTo(Action.DUMMY);
    }

    @Test
    void theSerialNumberGoesUnlessTheEquipmentIsEnhanced() {
        assertThat(top(basic, Tags.DeviceSerialNumber, facts(CT)).action()).isEqualTo(Action.REMOVE);
        assertThat(top(basic, Tags.DeviceSerialNumber, facts(ENHANCED_CT)).action())
                .isEqualTo(Action.DUMMY);
    }

    @Test
    void operatorsNameIsEmptyInRadiotherapy() {
        assertThat(top(basic, Tags.OperatorsName, facts(RT_PLAN)).action()).isEqualTo(Action.EMPTY);
        assertThat(top(basic, Tags.OperatorsName, facts(CT)).action()).isEqualTo(Action.REMOVE);
    }

    @Test
    void referencesGoWhereTheyAreOptionalAndStayWhereTheyAreNot() {
        assertThat(top(basic, Tags.ReferencedImageSequence, facts(CT)).action()).isEqualTo(Action.REMOVE);
        assertThat(top(basic, Tags.ReferencedImageSequence, facts(ENDOSCOPY)).action())
                .isEqualTo(Action.PROCESS);
    }

    @Test
    void whatTheIodDoesNotSayIsTreatedSoThatEveryTypeIsRight() {
        assertThat(top(basic, Tags.SeriesDate, facts("1.2.3.4")).action()).isEqualTo(Action.DUMMY);
        assertThat(top(basic, Tags.AcquisitionDate, facts("1.2.3.4")).action()).isEqualTo(Action.EMPTY);
        assertThat(top(basic, Tags.ReferencedImageSequence, facts("")).action()).isEqualTo(Action.PROCESS);
        assertThat(top(basic, Tags.TreatmentDate, facts(CT)).action()).isEqualTo(Action.DUMMY);
    }

    @Test
    void nestedAttributesFollowTheirSequence() {
        // Institution Name is type 1C in the identification of a person, type 2 in the machine of a brachytherapy plan
        assertThat(in(basic, Tags.OperatorIdentificationSequence, Tags.InstitutionName)
                        .action())
                .isEqualTo(Action.DUMMY);
        assertThat(in(basic, Tags.TreatmentMachineSequence, Tags.InstitutionName)
                        .action())
                .isEqualTo(Action.EMPTY);
        assertThat(in(basic, Tags.ReferencedStudySequence, Tags.InstitutionName).action())
                .isEqualTo(Action.DUMMY);
    }

    @Test
    void everySopClassOfTheTableIsRegistered() throws IOException {
        List<String> classes;
        try (InputStream in = Profiles.class.getResourceAsStream("iod-types.txt")) {
            assertThat(in).isNotNull();
            classes = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith("sop "))
                    .map(line -> line.split(" ")[1])
                    .toList();
        }
        assertThat(classes).doesNotHaveDuplicates().hasSizeGreaterThan(140);
        for (String sopClass : classes) {
            assertThat(Dictionary.standard().uidType(sopClass)).as(sopClass).isEqualTo("SOP Class");
        }
    }

    @Test
    void noRuleSetReturnsACodeThatStillDependsOnTheType() {
        for (String sopClass : List.of(CT, PET, RT_PLAN, "")) {
            for (int tag = 0x00080000; tag < 0x00190000; tag++) {
                if (Dictionary.standard().contains(tag)) {
                    assertThat(top(basic, tag, facts(sopClass)).action().dependsOnType())
                            .isFalse();
                    assertThat(in(basic, Tags.RequestAttributesSequence, tag)
                                    .action()
                                    .dependsOnType())
                            .isFalse();
                }
            }
        }
    }
}
