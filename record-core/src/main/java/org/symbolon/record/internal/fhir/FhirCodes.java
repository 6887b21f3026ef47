package org.symbolon.record.internal.fhir;

import java.util.List;
import java.util.Locale;
import org.symbolon.model.visit.CodedText;

/** CodeableConcepts as coded texts; of several codings the one that teachers and jobs look for. */
final class FhirCodes {
    private static final List<String> PREFERRED =
            List.of(CodedText.ICD_10, CodedText.ICD_9, CodedText.SNOMED_CT, CodedText.LOINC, CodedText.CPT);

    private FhirCodes() {}

    static CodedText of(FhirView concept, String date) {
        FhirView best = concept.first("coding");
        String system = system(best.text("system"));
        for (FhirView coding : concept.all("coding")) {
            String other = system(coding.text("system"));
            if (!coding.text("code").isEmpty() && rank(other) < rank(system)) {
                best = coding;
                system = other;
            }
        }
        String display = best.text("display");
        String text = concept.text("text");
        boolean many = concept.all("coding").size() > 1;
        String words = text.isEmpty() || (many && !display.isEmpty()) ? display : text;
        return new CodedText(system, best.text("code"), words, date);
    }

    static boolean isEmpty(CodedText coded) {
        return coded.code().isEmpty() && coded.text().isEmpty();
    }

    /** The words of a concept, else its code. */
    static String words(FhirView concept) {
        String text = concept.text("text");
        if (!text.isEmpty()) {
            return text;
        }
        FhirView coding = concept.first("coding");
        return coding.firstText("display", "code");
    }

    private static int rank(String system) {
        int rank = PREFERRED.indexOf(system);
        return rank < 0 ? PREFERRED.size() : rank;
    }

    private static String system(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        if (lower.contains("icd-10-pcs") || lower.equals("urn:oid:2.16.840.1.113883.6.4")) {
            return "ICD-10-PCS";
        }
        if (lower.contains("icd-10") || lower.contains("icd10") || isOid(lower, "6.3", "6.90", "6.3.1", "6.3.2")) {
            return CodedText.ICD_10;
        }
        if (lower.contains("icd-9") || lower.contains("icd9") || isOid(lower, "6.42", "6.103", "6.104", "6.2")) {
            return CodedText.ICD_9;
        }
        if (lower.startsWith("http://snomed.info") || isOid(lower, "6.96")) {
            return CodedText.SNOMED_CT;
        }
        if (lower.startsWith("http://loinc.org") || isOid(lower, "6.1")) {
            return CodedText.LOINC;
        }
        return lower.endsWith("/cpt") || isOid(lower, "6.12") ? CodedText.CPT : uri;
    }

    private static boolean isOid(String uri, String... arcs) {
        for (String arc : arcs) {
            if (uri.equals("urn:oid:2.16.840.1.113883." + arc)) {
                return true;
            }
        }
        return false;
    }
}
