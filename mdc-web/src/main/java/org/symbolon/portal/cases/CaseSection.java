package org.symbolon.portal.cases;

import java.util.List;
import java.util.Locale;
import org.symbolon.model.visit.Description;

/**
 * One heading of a report with what is told under it.
 *
 * @param passages in the order of the documents
 */
public record CaseSection(Description.Kind kind, List<Passage> passages) {
    public CaseSection {
        passages = List.copyOf(passages);
    }

    /** Text under a heading of its own, which may be empty. */
    public record Passage(String title, String date, List<String> paragraphs) {
        public Passage {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Anchor in the page. */
    public String anchor() {
        return "section-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String heading() {
        return switch (kind) {
            case ECG -> "ECG";
            case X_RAY -> "X-ray";
            case CT -> "CT";
            case ULTRASOUND -> "Ultrasound";
            case OTHER_IMAGING -> "Other imaging";
            case EPICRISIS -> "Epicrisis";
            case RECOMMENDATIONS -> "Recommendations";
            case COMPLAINTS -> "Complaints";
            case HISTORY -> "History";
            case ALLERGIES -> "Allergies";
            case ADDICTIONS -> "Addictions";
            case BLOOD_TYPE -> "Blood type";
            case TUBERCULOSIS_CONTACT -> "Contact with tuberculosis";
            case OBSERVATIONS -> "Observations";
            case OTHER -> "Notes";
        };
    }
}
