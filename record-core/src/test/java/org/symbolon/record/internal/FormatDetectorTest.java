package org.symbolon.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.record.RecordFormat;

class FormatDetectorTest {
    private static final String CDA = "<ClinicalDocument xmlns='urn:hl7-org:v3'/>";

    @Test
    void looksBehindLongProlog() {
        assertThat(detect("<?xml version='1.0'?>" + " ".repeat(60_000) + CDA)).contains(RecordFormat.CDA);
        assertThat(detect("<?xml version='1.0'?>" + "<!-- x -->\n".repeat(5_000) + CDA))
                .contains(RecordFormat.CDA);
        assertThat(detect("<!-- " + "x".repeat(60_000) + " --><?a b?>" + CDA)).contains(RecordFormat.CDA);
    }

    @Test
    void takesNoDocumentTypeDeclarationAndNoHalfProlog() {
        assertThat(detect("<!DOCTYPE r>" + CDA)).isEmpty();
        assertThat(detect("<!-- " + CDA)).isEmpty();
        assertThat(detect("<?xml ")).isEmpty();
        assertThat(detect("<".repeat(60_000))).isEmpty();
        assertThat(detect("<a " + "b ".repeat(30_000))).isEmpty();
    }

    @Test
    void tellsFormatsByRootAndNamespace() {
        assertThat(detect("\uFEFF " + CDA)).contains(RecordFormat.CDA);
        assertThat(detect("<p:PRPA xmlns:p=\"urn:hl7-org:v3\">")).contains(RecordFormat.HL7_V3);
        assertThat(detect("<Bundle xmlns=\"http://hl7.org/fhir\">")).contains(RecordFormat.FHIR_XML);
        assertThat(detect("<ClinicalDocument/>")).isEmpty();
        assertThat(detect("MSH|^~\\&|")).contains(RecordFormat.HL7_V2);
        assertThat(detect("{\"resourceType\":\"Bundle\"}")).contains(RecordFormat.FHIR_JSON);
    }

    private static Optional<RecordFormat> detect(String text) {
        return FormatDetector.detect(text.getBytes(StandardCharsets.UTF_8));
    }
}
