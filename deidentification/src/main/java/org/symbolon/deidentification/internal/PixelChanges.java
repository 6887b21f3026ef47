package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.dicom.TransferSyntax;

/**
 * What blanking the pixels of an object changes in its data set.
 *
 * @param ruleName of the pixel rule, empty if there is nothing to blank
 * @param edits within the pixel data
 * @param attributes new values of top-level attributes, in the data set's byte order; those that go are empty
 * @param transferSyntax of the result, null if it stays
 * @param temporaryFile that edits point into, null if none do
 */
public record PixelChanges(
        String ruleName,
        List<Edit> edits,
        Map<Integer, byte[]> attributes,
        @Nullable TransferSyntax transferSyntax,
        @Nullable Path temporaryFile) {
    public static final PixelChanges NONE = new PixelChanges("", List.of(), Map.of(), null, null);

    public PixelChanges {
        edits = List.copyOf(edits);
        attributes = Map.copyOf(attributes);
    }

    /** Deletes what edits point into, if no result needs it. */
    public void discard() throws IOException {
        if (temporaryFile != null) {
            Files.deleteIfExists(temporaryFile);
        }
    }

    /** By how much the pixel data grows. */
    long growth() {
        long growth = 0;
        for (Edit edit : edits) {
            growth += edit.brought().length() - edit.length();
        }
        return growth;
    }
}
