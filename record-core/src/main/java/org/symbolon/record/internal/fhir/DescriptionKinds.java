package org.symbolon.record.internal.fhir;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.symbolon.model.visit.Description.Kind;

/** What a text is about, by LOINC code, else by words of its heading in English, Polish and Lithuanian. */
final class DescriptionKinds {
    private static final Map<String, Kind> LOINC = Map.ofEntries(
            Map.entry("10164-2", Kind.HISTORY),
            Map.entry("11348-0", Kind.HISTORY),
            Map.entry("10157-6", Kind.HISTORY),
            Map.entry("10154-3", Kind.COMPLAINTS),
            Map.entry("8661-1", Kind.COMPLAINTS),
            Map.entry("29299-5", Kind.COMPLAINTS),
            Map.entry("46239-0", Kind.COMPLAINTS),
            Map.entry("18776-5", Kind.RECOMMENDATIONS),
            Map.entry("69730-0", Kind.RECOMMENDATIONS),
            Map.entry("8653-8", Kind.RECOMMENDATIONS),
            Map.entry("48765-2", Kind.ALLERGIES),
            Map.entry("29762-2", Kind.ADDICTIONS),
            Map.entry("72166-2", Kind.ADDICTIONS),
            Map.entry("11367-0", Kind.ADDICTIONS),
            Map.entry("11331-6", Kind.ADDICTIONS),
            Map.entry("74013-4", Kind.ADDICTIONS),
            Map.entry("11490-0", Kind.EPICRISIS),
            Map.entry("18842-5", Kind.EPICRISIS),
            Map.entry("8648-8", Kind.EPICRISIS),
            Map.entry("18748-4", Kind.OTHER_IMAGING),
            Map.entry("30954-2", Kind.OTHER_IMAGING),
            Map.entry("11524-6", Kind.ECG),
            Map.entry("34534-8", Kind.ECG),
            Map.entry("24725-4", Kind.CT),
            Map.entry("24627-2", Kind.CT),
            Map.entry("30746-2", Kind.X_RAY),
            Map.entry("36643-5", Kind.X_RAY),
            Map.entry("24558-9", Kind.ULTRASOUND),
            Map.entry("882-1", Kind.BLOOD_TYPE),
            Map.entry("883-9", Kind.BLOOD_TYPE));
    private static final Map<Pattern, Kind> WORDS = words();

    private DescriptionKinds() {}

    private static Map<Pattern, Kind> words() {
        Map<Pattern, Kind> words = new LinkedHashMap<>();
        put(words, Kind.ECG, "\\becg\\b|\\bekg\\b|electrocardio|elektrokardio");
        put(words, Kind.ULTRASOUND, "ultraso|\\busg\\b|echocardio|echoskop|\\bus\\b");
        put(words, Kind.CT, "\\bct\\b|\\bkt\\b|\\btk\\b|computed tomogra|tomografi|tomograph|kompiuterin");
        put(words, Kind.X_RAY, "x-?ray|radiograph|rentgen|\\brtg\\b|\\bxr\\b");
        put(
                words,
                Kind.OTHER_IMAGING,
                "\\bmri\\b|\\bmr\\b|magnetic|magnetin|rezonans|\\bpet\\b|imaging|obrazow|vaizdin|mammogra");
        put(words, Kind.TUBERCULOSIS_CONTACT, "tubercul|gru\u017alic|tuberkul");
        put(words, Kind.BLOOD_TYPE, "blood (type|group)|grupa krwi|kraujo grup");
        put(words, Kind.ALLERGIES, "allerg|alergi|uczulen");
        put(
                words,
                Kind.ADDICTIONS,
                "addict|smok|tobacco|alcohol|social history|na\u0142og|\u017ealing|priklausomyb|r\u016bkym");
        put(words, Kind.RECOMMENDATIONS, "recommend|plan of|care plan|zalecen|rekomendac|discharge instruction");
        put(words, Kind.EPICRISIS, "epicris|epikryz|epikriz|hospital course|discharge (summary|diagnos)|course of");
        put(words, Kind.COMPLAINTS, "complaint|dolegliw|skarg|nusiskund|reason for");
        put(words, Kind.HISTORY, "history|wywiad|anamnez");
        put(words, Kind.OBSERVATIONS, "observation|obserwac|steb\u0117j|physical exam|vital|progress note");
        return words;
    }

    private static void put(Map<Pattern, Kind> words, Kind kind, String pattern) {
        words.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), kind);
    }

    /** {@code otherwise} where neither tells. */
    static Kind of(FhirView concept, String title, Kind otherwise) {
        for (FhirView coding : concept.all("coding")) {
            Kind kind = LOINC.get(coding.text("code"));
            if (kind != null) {
                return kind;
            }
        }
        Kind kind = ofWords(title, Kind.OTHER);
        return kind == Kind.OTHER ? ofWords(FhirCodes.words(concept), otherwise) : kind;
    }

    private static Kind ofWords(String words, Kind otherwise) {
        for (Map.Entry<Pattern, Kind> each : WORDS.entrySet()) {
            if (each.getKey().matcher(words).find()) {
                return each.getValue();
            }
        }
        return otherwise;
    }

    /** By the code of a DICOM modality. */
    static Kind ofModality(String modality) {
        return switch (modality.toUpperCase(Locale.ROOT)) {
            case "CT" -> Kind.CT;
            case "CR", "DX", "RG" -> Kind.X_RAY;
            case "US" -> Kind.ULTRASOUND;
            case "ECG" -> Kind.ECG;
            default -> Kind.OTHER_IMAGING;
        };
    }
}
