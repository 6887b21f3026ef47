package org.symbolon.agent;

import java.util.Map;
import org.symbolon.model.ErrorCode;

/**
 * What a retrieve command did, in originals.
 *
 * @param expected that the crosswalk holds for the query, images and textual records
 * @param restored written, or found already there, with the SHA-256 of the original
 * @param expectedDocuments of those expected, textual records
 * @param restoredDocuments of those restored, textual records
 * @param bytes of all restored
 * @param failed how many of the rest for which reason; {@code NOT_FOUND}: the data centre did not send the object
 */
public record RetrieveSummary(
        long expected,
        long restored,
        long expectedDocuments,
        long restoredDocuments,
        long bytes,
        Map<ErrorCode, Long> failed) {
    public RetrieveSummary {
        failed = Map.copyOf(failed);
    }

    public boolean complete() {
        return restored == expected && failed.isEmpty();
    }
}
