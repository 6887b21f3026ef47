package org.symbolon.record.internal.cda;

import java.util.Locale;
import java.util.Map;
import org.symbolon.model.visit.CodedText;
import org.symbolon.record.internal.xml.XmlElement;

/** Coded values (CD, CE) and their code systems. */
final class Codes {
    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("2.16.840.1.113883.6.3", CodedText.ICD_10),
            Map.entry("2.16.840.1.113883.6.90", CodedText.ICD_10),
            Map.entry("2.16.840.1.113883.6.135", CodedText.ICD_10),
            Map.entry("1.2.276.0.76.5.311", CodedText.ICD_10),
            Map.entry("2.16.840.1.113883.6.2", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.42", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.103", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.104", CodedText.ICD_9),
            Map.entry("2.16.840.1.113883.6.96", CodedText.SNOMED_CT),
            Map.entry("2.16.840.1.113883.6.1", CodedText.LOINC),
            Map.entry("2.16.840.1.113883.6.12", CodedText.CPT),
            Map.entry("2.16.840.1.113883.6.4", "ICD-10-PCS"),
            Map.entry("2.16.840.1.113883.6.88", "RxNorm"),
            Map.entry("1.2.840.10008.2.16.4", "DCM"));

    private Codes() {}

    static String system(XmlElement code) {
        String oid = code.attribute("codeSystem");
        String known = SYSTEMS.get(oid);
        if (known != null) {
            return known;
        }
        String name = code.attribute("codeSystemName");
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (plain.equals("ICD10PCS")) {
            return "ICD-10-PCS";
        }
        if (plain.startsWith("ICD10")) {
            return CodedText.ICD_10;
        }
        return plain.startsWith("ICD9") ? CodedText.ICD_9 : name.isEmpty() ? oid : name;
    }

    /** The code's own text, or else what the narrative says. */
    static CodedText of(XmlElement code, String narrative, String date) {
        String words = words(code);
        return new CodedText(system(code), code.attribute("code"), words.isEmpty() ? narrative : words, date);
    }

    static boolean isCoded(XmlElement element) {
        return !element.attribute("code").isEmpty();
    }

    /** Display name, else original text, else a translation's display name. */
    static String words(XmlElement code) {
        String display = code.attribute("displayName").strip();
        if (!display.isEmpty()) {
            return display;
        }
        String original = code.first("originalText").map(Narrative::plain).orElse("");
        return original.isEmpty() ? Elements.attribute(code, "displayName", "translation") : original;
    }
}
