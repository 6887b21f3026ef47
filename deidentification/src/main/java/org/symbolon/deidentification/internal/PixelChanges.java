package org.symbolon.deidentification.internal;

import java.util.List;
import java.util.Map;
import org.symbolon.deidentification.splice.Edit;

/**
 * What blanking the pixels of an object changes in its data set.
 *
 * @param ruleName of the pixel rule, empty if there is nothing to blank
 * @param edits within the pixel data
 * @param attributes new values of top-level attributes, unpadded, in the data set's byte order
 */
public record PixelChanges(String ruleName, List<Edit> edits, Map<Integer, byte[]> attributes) {
    public static final PixelChanges NONE = new PixelChanges("", List.of(), Map.of());

    public PixelChanges {
        edits = List.copyOf(edits);
        attributes = Map.copyOf(attributes);
    }

    /** By how much the pixel data grows. */
    long growth() {
        long growth = 0;
        for (Edit edit : edits) {
            growth += edit.replacement().length - edit.length();
        }
        return growth;
    }
}
