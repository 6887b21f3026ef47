package org.symbolon.deidentification.text.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.PlaceType;

class RecordPolicyTest {
    private static final PlaceSyntax SYNTAX = new PlaceSyntax() {
        @Override
        public byte[] encode(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean allowsEmpty() {
            return true;
        }
    };

    private static Place place(PlaceType type, String path, String dataType) {
        return new Place(0, 1, "x", type, path, dataType, SYNTAX);
    }

    @ParameterizedTest
    @EnumSource(PlaceType.class)
    void everyKindHasARuleThatFitsIt(PlaceType kind) {
        RecordRule rule = RecordPolicy.defaults().of(place(kind, "XYZ-1", ""));
        assertThat(rule.kind()).isEqualTo(kind);
        assertThat(Kinds.allowed(kind)).contains(rule.action());
    }

    @Test
    void fieldGoesBeforeTypeAndTypeBeforeKind() {
        RecordPolicy policy = RecordPolicy.builder()
                .kind("address", "quarantine")
                .dataType("XAD", "empty")
                .dataType("XAD.5", "keep")
                .field("NK1-4", "quarantine")
                .build();
        assertThat(policy.of(place(PlaceType.ADDRESS, "PID-11.5", "XAD.5")).action())
                .isEqualTo(RecordAction.KEEP);
        assertThat(policy.of(place(PlaceType.ADDRESS, "PID-11.1", "XAD.1")).action())
                .isEqualTo(RecordAction.EMPTY);
        assertThat(policy.of(place(PlaceType.ADDRESS, "NK1-4.5", "XAD.5")).origin())
                .isEqualTo("field NK1-4");
        assertThat(policy.of(place(PlaceType.ADDRESS, "PV1-3", "PL")).action()).isEqualTo(RecordAction.QUARANTINE);
    }

    @ParameterizedTest
    @CsvSource({
        "PID-5, PID-5, true",
        "PID-5, PID-5.1.2, true",
        "PID-5, PID-55, false",
        "PID-*, PID-7, true",
        "Patient.address, Bundle.entry.resource.Patient.address.city, true",
        "Patient.address, Patient.addresses, false",
        "Patient.**.city, Patient.contact.address.city, true",
        "patientRole/addr, /ClinicalDocument/recordTarget/patientRole/addr/city, true",
        "patientRole/*/city, /ClinicalDocument/recordTarget/patientRole/addr/city, true",
        "OBX-5[ED], OBX-5.5, true",
        "OBX-5[TX], OBX-5.5, false"
    })
    void pathsMeanWhatIsInThem(String rule, String path, boolean meant) {
        RecordPolicy policy = RecordPolicy.builder().field(rule, "quarantine").build();
        RecordAction action = policy.of(place(PlaceType.ADDRESS, path, "ED.5")).action();
        assertThat(action).isEqualTo(meant ? RecordAction.QUARANTINE : RecordAction.EMPTY);
    }

    @Test
    void aSegmentOfWhichAFieldIsKnownIsNotCutOut() {
        RecordPolicy policy = RecordPolicy.builder().field("ZPV-3", "as date").build();
        assertThat(policy.of(place(PlaceType.REMOVABLE, "ZPV", "")).action()).isEqualTo(RecordAction.KEEP);
        assertThat(policy.of(place(PlaceType.UNKNOWN, "ZPV-3", "")))
                .isEqualTo(new RecordRule(PlaceType.DATE, RecordAction.SHIFT_DATE, "field ZPV-3"));
        assertThat(policy.of(place(PlaceType.UNKNOWN, "ZPV-4", "")).action()).isEqualTo(RecordAction.EMPTY);
        assertThat(policy.of(place(PlaceType.REMOVABLE, "ZPX", "")).action()).isEqualTo(RecordAction.CUT);
    }

    @Test
    void whatMayNotBeKeptIsNot() {
        RecordPolicy policy = RecordPolicy.builder()
                .field("PID-5", "keep")
                .dataType("XPN", "keep")
                .build();
        assertThat(policy.of(place(PlaceType.PATIENT_NAME, "PID-5.1", "XPN.1")).action())
                .isEqualTo(RecordAction.EMPTY);
        assertThat(policy.of(place(PlaceType.UNKNOWN, "PID-5.20", "XPN.20")).action())
                .isEqualTo(RecordAction.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"patient-name, keep", "narrative, keep", "attachment, keep", "unknown, keep", "removable, keep"})
    void refusesToKeepWhatNamesThePatientOrIsUnknown(String kind, String action) {
        assertThatThrownBy(() -> RecordPolicy.builder().kind(kind, action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(kind);
    }

    @Test
    void wrongWordsAreNamedTogetherWithTheRightOnes() {
        assertThatThrownBy(() -> RecordPolicy.builder().kind("names", "empty"))
                .hasMessageContaining("'names'")
                .hasMessageContaining("other-name");
        assertThatThrownBy(() -> RecordPolicy.builder().field("PID-5", "obliterate"))
                .hasMessageContaining("'obliterate'")
                .hasMessageContaining("quarantine");
        assertThatThrownBy(() -> RecordPolicy.builder().field("PID 5", "empty")).hasMessageContaining("PID-5");
        assertThatThrownBy(() -> RecordPolicy.builder().dataType("X-1", "empty"))
                .hasMessageContaining("XPN");
    }

    @Test
    void aPolicyCanBeBuiltUpon() {
        RecordPolicy below = RecordPolicy.builder()
                .kind("date", "truncate-date-year")
                .field("PID-7", "empty")
                .build();
        RecordPolicy above = below.toBuilder().field("PID-7", "as date").build();
        assertThat(above.of(place(PlaceType.BIRTH_DATE, "PID-7", "TS.1")).action())
                .isEqualTo(RecordAction.TRUNCATE_DATE_YEAR);
        assertThat(below.of(place(PlaceType.BIRTH_DATE, "PID-7", "TS.1")).action())
                .isEqualTo(RecordAction.EMPTY);
    }
}
