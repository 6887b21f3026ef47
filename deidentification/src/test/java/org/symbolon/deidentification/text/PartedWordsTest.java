package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.deidentification.Hospital;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Names that markup parts in narrative: nothing of such a record leaves. */
class PartedWordsTest {
    private static final String CDA = "<ClinicalDocument xmlns='urn:hl7-org:v3'><id root='2.999.1' extension='d1'/>"
            + "<recordTarget><patientRole><id root='2.999.2' extension='7001'/><patient><name><given>Zathraxia</given>"
            + "<family>Quimbrelov</family></name></patient></patientRole></recordTarget><component><structuredBody>"
            + "<component><section><text>TEXT</text></section></component></structuredBody></component></ClinicalDocument>";
    private static final String FHIR =
            "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"text\":{\"status\":\"generated\",\"div\":"
                    + "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">TEXT</div>\"},\"identifier\":[{\"value\":\"7001\"}],"
                    + "\"name\":[{\"family\":\"Quimbrelov\",\"given\":[\"Zathraxia\"]}]}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {CDA, FHIR})
    void areNotLetThrough(String form) throws IOException {
        try (Hospital hospital = new Hospital(folder)) {
            assertThatThrownBy(() -> parted(hospital, form, "Mrs <b>Quimb</b>relov came"))
                    .isInstanceOfSatisfying(
                            SymbolonException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.IDENTITY_AT_RISK))
                    .hasMessageNotContaining("uimb")
                    .hasMessageNotContaining("relov");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CDA, FHIR})
    void otherWordsMayBeParted(String form) throws IOException {
        try (Hospital hospital = new Hospital(folder)) {
            assertThat(parted(hospital, form, "H<b>2</b>O for <i>Quimbrelov</i>, m<b>g</b>/l"))
                    .contains("H<b>2</b>O for <i>[name]</i>, m<b>g</b>/l");
        }
    }

    private static String parted(Hospital hospital, String form, String text) {
        byte[] original = form.replace("TEXT", text).getBytes(StandardCharsets.UTF_8);
        DeidentifiedRecord parted = new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"))
                .deidentify(original);
        return new String(parted.content(), StandardCharsets.UTF_8);
    }
}
