package org.symbolon.record.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/** XML gives what JSON gives. */
class FhirXmlTest {
    private static final int LARGEST = 60_000;

    /** HAPI writes each resource of the shared data in both syntaxes: places and meaning agree. */
    @Test
    void bothSyntaxesSayTheSame() throws IOException {
        FhirContext context = FhirContext.forR4Cached();
        LenientErrorHandler lenient = new LenientErrorHandler(false);
        int compared = 0;
        for (Path file : Fhir.files("fhir", "fhir-synthea")) {
            if (Files.size(file) > LARGEST) {
                continue;
            }
            IParser parser = context.newJsonParser().setParserErrorHandler(lenient);
            IBaseResource resource;
            try {
                Fhir.read(Files.readAllBytes(file));
                resource = parser.parseResource(Files.readString(file));
            } catch (SymbolonException | DataFormatException notRead) {
                continue;
            }
            byte[] json = parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
            byte[] xml = context.newXmlParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
            ClinicalRecord fromJson = Fhir.read(json);
            ClinicalRecord fromXml = Fhir.read(xml);
            Fhir.assertPlacesAreSound(xml, fromXml);
            assertThat(comparable(fromXml)).as(file.getFileName().toString()).isEqualTo(comparable(fromJson));
            assertThat(fromXml.identity()).isEqualTo(fromJson.identity());
            assertThat(fromXml.visit()).isEqualTo(fromJson.visit());
            assertSplices(xml, fromXml);
            compared++;
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** Sorted, since extensions of primitives stand elsewhere. */
    private static List<String> comparable(ClinicalRecord record) {
        return record.places().stream()
                .filter(place -> place.type() != PlaceType.REMOVABLE && place.type() != PlaceType.UNKNOWN)
                .map(place ->
                        place.type() + " " + place.path() + " " + place.text().replaceAll("\\s+", " "))
                .sorted()
                .toList();
    }

    private static void assertSplices(byte[] xml, ClinicalRecord record) {
        byte[] replaced = Fhir.replaced(xml, record, place -> place.type() != PlaceType.VALUE, "X\"<\\\u017b");
        assertThat(paths(Fhir.read(replaced))).isEqualTo(paths(record));
        byte[] cut = Fhir.cut(xml, record);
        assertThat(Fhir.texts(Fhir.read(cut), PlaceType.REMOVABLE)).isEmpty();
    }

    private static List<String> paths(ClinicalRecord record) {
        return record.places().stream().map(Place::path).toList();
    }

    @Test
    void whatIsNotFhirIsCut() {
        byte[] xml = ("<?xml version='1.0'?><!--Jan--><Patient xmlns='http://hl7.org/fhir' xmlns:o='urn:o' o:a='Jan'>"
                        + "<id value='p1'/><!-- Jan --><?pi Jan?>Jan<o:x>Jan<o:y z='Jan'/></o:x><nowak value='Jan'/>"
                        + "<gender value='male' who='Jan'/></Patient>")
                .getBytes(StandardCharsets.UTF_8);
        ClinicalRecord record = Fhir.read(xml);
        Fhir.assertPlacesAreSound(xml, record);
        assertThat(new String(Fhir.cut(xml, record), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version='1.0'?><Patient xmlns='http://hl7.org/fhir' xmlns:o='urn:o'>"
                        + "<id value='p1'/><gender value='male'/></Patient>");
    }

    @Test
    void partsOfAnEscapedAddressAreFound() {
        byte[] xml = ("<Observation xmlns='http://hl7.org/fhir'><subject><reference "
                        + "value='Patient?identifier=urn:a&#x7C;\u017b1&amp;_id=2'/></subject></Observation>")
                .getBytes(StandardCharsets.UTF_8);
        ClinicalRecord record = Fhir.read(xml);
        assertThat(Fhir.lines(record))
                .containsExactly(
                        "OTHER_IDENTIFIER Observation.subject.reference urn:a",
                        "PATIENT_IDENTIFIER Observation.subject.reference \u017b1",
                        "RECORD_IDENTIFIER Observation.subject.reference 2");
        assertThat(new String(Fhir.replaced(xml, record, place -> true, "Q"), StandardCharsets.UTF_8))
                .contains("'Patient?identifier=Q&#x7C;Q&amp;_id=Q'");
    }

    @Test
    void valuesInQuotesOfEitherKindAndWithPrefix() {
        ClinicalRecord record =
                Fhir.read(("<f:Patient xmlns:f='http://hl7.org/fhir'><f:name><f:family value=\"O'Neil &amp; Co\"/>"
                                + "<f:given value='Jan'/></f:name></f:Patient>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(Fhir.lines(record))
                .containsExactly("PATIENT_NAME Patient.name.family O'Neil & Co", "PATIENT_NAME Patient.name.given Jan");
    }
}
