package org.symbolon.deidentification.text.internal;

import java.util.HashSet;
import java.util.Set;
import org.symbolon.record.PlaceType;

/** The texts of one part in which nothing was found, so that the check after need not look through the same words again. */
final class CleanTexts {
    private final Set<String> labels = new HashSet<>();
    private final Set<String> narratives = new HashSet<>();

    /** @param kind narrative or label */
    void add(String text, PlaceType kind) {
        (kind == PlaceType.NARRATIVE ? narratives : labels).add(text);
    }

    boolean contains(String text, PlaceType kind) {
        return switch (kind) {
            case NARRATIVE -> narratives.contains(text);
            case LABEL -> labels.contains(text);
            default -> false;
        };
    }
}
