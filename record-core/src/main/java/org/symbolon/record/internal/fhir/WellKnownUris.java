package org.symbolon.record.internal.fhir;

/** URIs of registries and standards, which tell nothing of who wrote the record. */
final class WellKnownUris {
    private static final String[] PREFIXES = {
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
        "urn:oid:1.2.840.10008."
    };
    private static final String[] WHOLE = {
        "http://loinc.org",
        "http://snomed.info/sct",
        "http://unitsofmeasure.org",
        "https://github.com/synthetichealth/synthea",
        // the Polish national number
        "urn:oid:2.16.840.1.113883.3.4424.1.1.616"
    };

    private WellKnownUris() {}

    static boolean contains(String uri) {
        char first = uri.isEmpty() ? ' ' : uri.charAt(0);
        if (first != 'h' && first != 'u' && first != 'H' && first != 'U') {
            return false;
        }
        for (String prefix : PREFIXES) {
            if (uri.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        for (String whole : WHOLE) {
            if (uri.equalsIgnoreCase(whole)) {
                return true;
            }
        }
        return false;
    }
}
