package org.symbolon.model.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Something told in words.
 *
 * @param kind what it is about
 * @param title its heading in the record; may be empty
 * @param text plain text, paragraphs parted by newlines
 * @param date ISO 8601; empty where unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Description(Kind kind, String title, String text, String date) {
    /** What a description is about. */
    public enum Kind {
        ECG,
        X_RAY,
        CT,
        ULTRASOUND,
        OTHER_IMAGING,
        EPICRISIS,
        RECOMMENDATIONS,
        COMPLAINTS,
        HISTORY,
        ALLERGIES,
        ADDICTIONS,
        BLOOD_TYPE,
        TUBERCULOSIS_CONTACT,
        OBSERVATIONS,
        OTHER
    }

    @Override
    public String toString() {
        return "[description]";
    }
}
