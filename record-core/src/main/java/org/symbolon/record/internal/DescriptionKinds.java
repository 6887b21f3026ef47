package org.symbolon.record.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.symbolon.model.visit.Description.Kind;

/** Tells what a text is about by the LOINC code or the words of its heading: English, Polish or Lithuanian. */
public final class DescriptionKinds {
    private static final Map<String, Kind> BY_LOINC = Map.ofEntries(
            Map.entry("11524-6", Kind.ECG),
            Map.entry("34534-8", Kind.ECG),
            Map.entry("24648-8", Kind.X_RAY),
            Map.entry("30745-4", Kind.X_RAY),
            Map.entry("30746-2", Kind.X_RAY),
            Map.entry("36643-5", Kind.X_RAY),
            Map.entry("24627-2", Kind.CT),
            Map.entry("24725-4", Kind.CT),
            Map.entry("11525-3", Kind.ULTRASOUND),
            Map.entry("24558-9", Kind.ULTRASOUND),
            Map.entry("18748-4", Kind.OTHER_IMAGING),
            Map.entry("18782-3", Kind.OTHER_IMAGING),
            Map.entry("11490-0", Kind.EPICRISIS),
            Map.entry("18842-5", Kind.EPICRISIS),
            Map.entry("8648-8", Kind.EPICRISIS),
            Map.entry("18776-5", Kind.RECOMMENDATIONS),
            Map.entry("69730-0", Kind.RECOMMENDATIONS),
            Map.entry("8653-8", Kind.RECOMMENDATIONS),
            Map.entry("10154-3", Kind.COMPLAINTS),
            Map.entry("29299-5", Kind.COMPLAINTS),
            Map.entry("46239-0", Kind.COMPLAINTS),
            Map.entry("8661-1", Kind.COMPLAINTS),
            Map.entry("10157-6", Kind.HISTORY),
            Map.entry("10164-2", Kind.HISTORY),
            Map.entry("10167-5", Kind.HISTORY),
            Map.entry("11348-0", Kind.HISTORY),
            Map.entry("48765-2", Kind.ALLERGIES),
            Map.entry("11331-6", Kind.ADDICTIONS),
            Map.entry("11367-0", Kind.ADDICTIONS),
            Map.entry("29762-2", Kind.ADDICTIONS),
            Map.entry("72166-2", Kind.ADDICTIONS),
            Map.entry("74013-4", Kind.ADDICTIONS),
            Map.entry("10331-7", Kind.BLOOD_TYPE),
            Map.entry("882-1", Kind.BLOOD_TYPE),
            Map.entry("883-9", Kind.BLOOD_TYPE),
            Map.entry("10210-3", Kind.OBSERVATIONS),
            Map.entry("29545-1", Kind.OBSERVATIONS),
            Map.entry("30954-2", Kind.OBSERVATIONS),
            Map.entry("8716-3", Kind.OBSERVATIONS));

    /** In this order: the first that matches counts. */
    private static final Map<Kind, Pattern> BY_WORDS = words();

    private DescriptionKinds() {}

    /** @param loinc a code, of any system; others than LOINC are not found */
    public static Optional<Kind> ofLoinc(String loinc) {
        return Optional.ofNullable(BY_LOINC.get(loinc));
    }

    /** By the words of a heading. */
    public static Optional<Kind> ofTitle(String title) {
        return BY_WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(title).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<Kind, Pattern> words() {
        Map<Kind, Pattern> words = new EnumMap<>(Kind.class);
        add(words, Kind.ECG, "\\b(ecg|ekg)\\b|electrocardiogr|elektrokardiogr");
        add(words, Kind.CT, "\\b(ct|tk|kt)\\b|computed tomogr|tomografi");
        add(words, Kind.ULTRASOUND, "\\b(us|usg)\\b|ultraso|ultragars|echoskop|echo ?cardio|sonogra");
        add(words, Kind.X_RAY, "\\b(xr|cr|dx|rtg)\\b|x-?ray|rentgen|radiogra");
        add(words, Kind.OTHER_IMAGING, "\\b(mri?|pet)\\b|magnet|mammogra|scintigra|angiogra|imaging");
        add(words, Kind.EPICRISIS, "epicris|epikry|epikriz|hospital course|discharge (summary|note)");
        add(words, Kind.RECOMMENDATIONS, "recommend|zalecen|rekomend|plan of (care|treatment)|treatment plan");
        add(words, Kind.COMPLAINTS, "complain|skarg|dolegliwo|nusiskund|reason for (visit|encounter)");
        add(words, Kind.TUBERCULOSIS_CONTACT, "tubercul|gruźlic|tuberkulioz");
        add(words, Kind.HISTORY, "history of present|past (medical )?history|medical history|anamne|wywiad");
        add(words, Kind.ALLERGIES, "allerg|alerg|uczulen");
        add(words, Kind.ADDICTIONS, "addict|smok|tobacco|alcohol|nałog|nałóg|uzależn|używk|priklausom|žaling");
        add(words, Kind.BLOOD_TYPE, "blood (group|type)|\\babo\\b|grup[aęy] krwi|kraujo grup");
        add(words, Kind.OBSERVATIONS, "observation|obserwac|stebėjim");
        return words;
    }

    private static void add(Map<Kind, Pattern> words, Kind kind, String expression) {
        words.put(
                kind,
                Pattern.compile(
                        expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
    }
}
