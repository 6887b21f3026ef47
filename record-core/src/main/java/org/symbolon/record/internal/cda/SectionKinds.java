package org.symbolon.record.internal.cda;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.record.internal.DescriptionKinds;

/** Tells what a section is about by its LOINC code and by the words of its title, in English, Polish and Lithuanian. */
final class SectionKinds {
    /** Said by codes that are also used for more than they say: a title goes before them. */
    private static final Set<Kind> WEAK = EnumSet.of(Kind.OBSERVATIONS, Kind.HISTORY, Kind.OTHER_IMAGING);

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

    /** The code's kind; for codes that say little, the title's. */
    static Kind of(String loinc, String title) {
        Optional<Kind> byCode = DescriptionKinds.ofLoinc(loinc);
        if (byCode.isPresent() && !WEAK.contains(byCode.get())) {
            return byCode.get();
        }
        String lower = title.toLowerCase(Locale.ROOT);
        for (Map.Entry<Kind, Pattern> kind : BY_TITLE.entrySet()) {
            if (kind.getValue().matcher(lower).find()) {
                return kind.getKey();
            }
        }
        return byCode.orElse(Kind.OTHER);
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
