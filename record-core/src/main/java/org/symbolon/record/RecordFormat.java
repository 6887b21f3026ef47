package org.symbolon.record;

/** The syntaxes of textual records, with the media type that goes with each. */
public enum RecordFormat {
    /** HL7 v2.x in pipes and hats (also batches, FHS/BHS). */
    HL7_V2("application/hl7-v2"),
    /** A CDA R2 document: root element ClinicalDocument of namespace urn:hl7-org:v3. */
    CDA("application/cda+xml"),
    /** Any other message or document of namespace urn:hl7-org:v3. */
    HL7_V3("application/hl7-v3+xml"),
    /** A FHIR resource in JSON, or several, one a line (NDJSON). */
    FHIR_JSON("application/fhir+json"),
    /** A FHIR resource in XML: namespace http://hl7.org/fhir. */
    FHIR_XML("application/fhir+xml");

    private final String mediaType;

    RecordFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
