package org.symbolon.record.internal.fhir;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.record.internal.DescriptionKinds;

/** What a text is about, by LOINC code, else by words of its heading in English, Polish and Lithuanian. */
final class ConceptKinds {
    private static final Map<Pattern, Kind> WORDS = words();

    private ConceptKinds() {}

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
            Optional<Kind> kind = DescriptionKinds.ofLoinc(coding.text("code"));
            if (kind.isPresent()) {
                return kind.get();
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
