package org.symbolon.agent;

import java.util.List;

/**
 * Counts of files, not of distinct objects.
 *
 * @param archived both halves durable in the hospital
 * @param confirmed of those, confirmed by the data centre
 * @param rejected with the reason; {@code found} is {@code archived} plus these once all is done
 */
public record FileCounts(long found, long archived, long confirmed, List<RejectedFile> rejected) {
    public FileCounts {
        rejected = List.copyOf(rejected);
    }

    boolean complete() {
        return archived == confirmed && found == archived + rejected.size();
    }
}
