package org.symbolon.record.internal.cda;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.model.visit.Description.Kind;

/** Tells what a section is about by its LOINC code and by the words of its title, in English, Polish and Lithuanian. */
final class SectionKinds {
    private static final Map<String, Kind> BY_LOINC = Map.ofEntries(
            Map.entry("10164-2", Kind.HISTORY),
            Map.entry("11348-0", Kind.HISTORY),
            Map.entry("10157-6", Kind.HISTORY),
            Map.entry("10167-5", Kind.HISTORY),
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
            Map.entry("11490-0", Kind.EPICRISIS),
            Map.entry("18842-5", Kind.EPICRISIS),
            Map.entry("8648-8", Kind.EPICRISIS),
            Map.entry("11524-6", Kind.ECG),
            Map.entry("882-1", Kind.BLOOD_TYPE),
            Map.entry("883-9", Kind.BLOOD_TYPE),
            Map.entry("10331-7", Kind.BLOOD_TYPE),
            Map.entry("24725-4", Kind.CT),
            Map.entry("24627-2", Kind.CT),
            Map.entry("24558-9", Kind.ULTRASOUND),
            Map.entry("11525-3", Kind.ULTRASOUND),
            Map.entry("30745-4", Kind.X_RAY),
            Map.entry("36643-5", Kind.X_RAY),
            Map.entry("24648-8", Kind.X_RAY),
            Map.entry("8716-3", Kind.OBSERVATIONS),
            Map.entry("29545-1", Kind.OBSERVATIONS),
            Map.entry("10210-3", Kind.OBSERVATIONS));

    /** In the order in which they are tried. */
    private static final Map<Kind, Pattern> BY_TITLE = byTitle();

    private static final Set<Kind> EXAMINATIONS =
            EnumSet.of(Kind.ECG, Kind.X_RAY, Kind.CT, Kind.ULTRASOUND, Kind.OTHER_IMAGING);

    /** Findings, impression, study observation, key images. */
    private static final Set<String> REPORT_SECTIONS = Set.of("59776-5", "19005-8", "18782-3", "18748-4", "55113-5");

    private static final Pattern REPORT_TITLE =
            Pattern.compile("finding|impression|result|conclusion|opis|wynik|wniosk|i\u0161vad|apra\u0161ym|radini");

    private SectionKinds() {}

    private static Map<Kind, Pattern> byTitle() {
        Map<Kind, Pattern> words = new LinkedHashMap<>();
        words.put(Kind.TUBERCULOSIS_CONTACT, Pattern.compile("tubercul|tuberkul|\\btbc?\\b|gru\u017alic|gruzlic"));
        words.put(Kind.BLOOD_TYPE, Pattern.compile("blood (type|group)|grup\\p{L}+ krwi|kraujo grup"));
        words.put(Kind.ALLERGIES, Pattern.compile("allerg|alerg|uczulen"));
        words.put(
                Kind.ADDICTIONS,
                Pattern.compile("addict|smok|tobacco|social history|na\u0142\u00f3g|na\u0142og|uzale\u017cn|u\u017cywk"
                        + "|\u017ealing|priklausom"));
        words.put(Kind.ECG, Pattern.compile("\\be[ck]g\\b|electrocardio|elektrokardio"));
        words.put(Kind.CT, Pattern.compile("\\b(ct|kt|tk)\\b|computed tomo|tomograf"));
        words.put(
                Kind.ULTRASOUND,
                Pattern.compile("ultraso|ultrad\u017awi\u0119k|ultragars|echoskop|sonogra|\\busg\\b|\\bus\\b"));
        words.put(Kind.X_RAY, Pattern.compile("\\bx-?ray|\\bxr\\b|\\brtg\\b|rentgen|radiogra"));
        words.put(
                Kind.OTHER_IMAGING,
                Pattern.compile(
                        "imaging|obrazow|radiolog|\\bmri?\\b|rezonans|scinti|\\bpet\\b|\\bmg\\b|mammogra|mamogra|dicom"));
        words.put(
                Kind.EPICRISIS,
                Pattern.compile("epicri|epikry|epikri|hospital course|przebieg|ligos eiga|discharge summary"));
        words.put(Kind.RECOMMENDATIONS, Pattern.compile("recommend|zalecen|rekomendac|\\bplan|instruction"));
        words.put(Kind.COMPLAINTS, Pattern.compile("complaint|dolegliwo|skarg|skund|reason for"));
        words.put(Kind.HISTORY, Pattern.compile("history|wywiad|anamn|histori"));
        words.put(
                Kind.OBSERVATIONS,
                Pattern.compile("observ|obserw|stebej|steb\u0117j|physical|vital|finding|result|wynik|tyrim|badani"));
        return words;
    }

    /** The code's kind; for codes that say nothing, or only that it is imaging, the title's. */
    static Kind of(String loinc, String title) {
        Kind byCode = BY_LOINC.get(loinc);
        if (byCode != null && !(byCode == Kind.OBSERVATIONS || byCode == Kind.HISTORY)) {
            return byCode;
        }
        String lower = title.toLowerCase(Locale.ROOT);
        for (Map.Entry<Kind, Pattern> kind : BY_TITLE.entrySet()) {
            if (kind.getValue().matcher(lower).find()) {
                return kind.getKey();
            }
        }
        if (byCode != null) {
            return byCode;
        }
        return switch (loinc) {
            case "18748-4", "18782-3" -> Kind.OTHER_IMAGING;
            case "30954-2" -> Kind.OBSERVATIONS;
            default -> Kind.OTHER;
        };
    }

    /** In a report of one examination, findings and impression are of that examination's kind. */
    static Kind within(Kind report, String loinc, String title) {
        Kind own = of(loinc, title);
        boolean told = own == Kind.OTHER || own == Kind.OBSERVATIONS || own == Kind.OTHER_IMAGING;
        boolean result = REPORT_SECTIONS.contains(loinc)
                || REPORT_TITLE.matcher(title.toLowerCase(Locale.ROOT)).find();
        return EXAMINATIONS.contains(report) && told && result ? report : own;
    }
}
