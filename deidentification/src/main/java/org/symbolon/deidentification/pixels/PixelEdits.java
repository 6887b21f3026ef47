package org.symbolon.deidentification.pixels;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.dicom.TransferSyntax;

/**
 * How the pixels of a data set are blanked. The temporary file, which the edits may point into, is the caller's to delete
 * once the result is written.
 *
 * @param rule that asked for it
 * @param edits of the value of the pixel data, in offsets of the data set, of kind OPAQUE at the top level; none where
 *     nothing has to change
 * @param transferSyntax of the result: another one where frames cannot be compressed again as they were
 * @param changedAttributes values, padded and little endian, of attributes at the top level that must have them in the
 *     result, whether or not they are there and whatever a profile says; an empty one: the attribute must go
 * @param temporaryFile what edits point into, null where they hold all their bytes
 */
public record PixelEdits(
        String rule,
        List<Edit> edits,
        TransferSyntax transferSyntax,
        Map<Integer, byte[]> changedAttributes,
        @Nullable Path temporaryFile) {
    public PixelEdits {
        edits = List.copyOf(edits);
        changedAttributes = Map.copyOf(changedAttributes);
    }
}
