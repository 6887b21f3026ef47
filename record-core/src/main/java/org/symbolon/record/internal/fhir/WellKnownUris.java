package org.symbolon.record.internal.fhir;

import java.util.List;
import java.util.Locale;

/** URIs of registries and standards, which tell nothing of who wrote the record. */
final class WellKnownUris {
    private static final List<String> PREFIXES = List.of(
            "http://hl7.org/",
            "https://hl7.org/",
            "http://terminology.hl7.org/",
            "http://loinc.org/",
            "http://snomed.info/",
            "http://unitsofmeasure.org/",
            "http://dicom.nema.org/",
            "http://www.nlm.nih.gov/research/umls/",
            "http://ns.electronichealth.net.au/",
            "https://fhir.nhs.uk/",
            "https://fhir.hl7.org.uk/",
            "urn:ietf:",
            "urn:iso:",
            "urn:dicom:",
            "urn:hl7-org:",
            // HL7 itself, external code systems and number registries, examples (oid-info of 2.16.840.1.113883)
            "urn:oid:2.16.840.1.113883.1.",
            "urn:oid:2.16.840.1.113883.2.",
            "urn:oid:2.16.840.1.113883.4.",
            "urn:oid:2.16.840.1.113883.5.",
            "urn:oid:2.16.840.1.113883.6.",
            "urn:oid:2.16.840.1.113883.12.",
            "urn:oid:2.16.840.1.113883.18.",
            "urn:oid:1.2.840.10008.");
    private static final List<String> WHOLE = List.of(
            "http://loinc.org",
            "http://snomed.info/sct",
            "http://unitsofmeasure.org",
            "https://github.com/synthetichealth/synthea",
            // the Polish national number
            "urn:oid:2.16.840.1.113883.3.4424.1.1.616");

    private WellKnownUris() {}

    static boolean contains(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return WHOLE.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
