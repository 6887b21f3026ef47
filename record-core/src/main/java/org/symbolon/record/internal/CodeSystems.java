package org.symbolon.record.internal;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.symbolon.model.visit.CodedText;

/** Names, OIDs and URIs of coding systems, brought to the names of {@link CodedText} where it has one. */
public final class CodeSystems {
    private static final Pattern ICD_10_CODE = Pattern.compile("[A-Z][0-9][0-9AB](\\.?[0-9A-Z]{1,4})?");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("I10", CodedText.ICD_10),
            Map.entry("I10C", CodedText.ICD_10),
            Map.entry("ICD10", CodedText.ICD_10),
            Map.entry("ICD10CM", CodedText.ICD_10),
            Map.entry("ICD10AM", CodedText.ICD_10),
            Map.entry("ICD10DX", CodedText.ICD_10),
            Map.entry("2.16.840.1.113883.6.3", CodedText.ICD_10),
            Map.entry("2.16.840.1.113883.6.90", CodedText.ICD_10),
            Map.entry("2.16.840.1.113883.6.135", CodedText.ICD_10),
            Map.entry("HTTP://HL7.ORG/FHIR/SID/ICD-10", CodedText.ICD_10),
            Map.entry("HTTP://HL7.ORG/FHIR/SID/ICD-10-CM", CodedText.ICD_10),
            Map.entry("I9", CodedText.ICD_9),
            Map.entry("I9C", CodedText.ICD_9),
            Map.entry("I9CDX", CodedText.ICD_9),
            Map.entry("I9CP", CodedText.ICD_9),
            Map.entry("ICD9", CodedText.ICD_9),
            Map.entry("ICD9CM", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.2", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.42", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.103", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.104", CodedText.ICD_9),
            Map.entry("HTTP://HL7.ORG/FHIR/SID/ICD-9-CM", CodedText.ICD_9),
            Map.entry("SCT", CodedText.SNOMED_CT),
            Map.entry("SNOMEDCT", CodedText.SNOMED_CT),
            Map.entry("2.16.840.1.113883.6.96", CodedText.SNOMED_CT),
            Map.entry("HTTP://SNOMED.INFO/SCT", CodedText.SNOMED_CT),
            Map.entry("LN", CodedText.LOINC),
            Map.entry("LOINC", CodedText.LOINC),
            Map.entry("2.16.840.1.113883.6.1", CodedText.LOINC),
            Map.entry("HTTP://LOINC.ORG", CodedText.LOINC),
            Map.entry("C4", CodedText.CPT),
            Map.entry("C5", CodedText.CPT),
            Map.entry("CPT", CodedText.CPT),
            Map.entry("CPT4", CodedText.CPT),
            Map.entry("2.16.840.1.113883.6.12", CodedText.CPT),
            Map.entry("HTTP://WWW.AMA-ASSN.ORG/GO/CPT", CodedText.CPT));

    private CodeSystems() {}

    /** The system's own name here, else the text as it stands. An URN of an OID counts as the OID. */
    public static String normal(String system) {
        String stripped = system.strip();
        String key = stripped.toUpperCase(Locale.ROOT);
        if (key.startsWith("URN:OID:")) {
            key = key.substring("URN:OID:".length());
        }
        String found = NAMES.get(key);
        if (found == null) {
            found = NAMES.get(key.replaceAll("[-_ ]", ""));
        }
        return found == null ? stripped : found;
    }

    /** Whether a code whose system is not named looks like one of ICD-10. */
    public static boolean looksLikeIcd10(String code) {
        return ICD_10_CODE.matcher(code).matches();
    }
}
