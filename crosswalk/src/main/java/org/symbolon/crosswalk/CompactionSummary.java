package org.symbolon.crosswalk;

/**
 * What a compaction did.
 *
 * @param series that had halves to be packed
 * @param blocks that were written
 * @param halves that were packed
 */
public record CompactionSummary(long series, long blocks, long halves) {
    /** Both together. */
    public CompactionSummary plus(CompactionSummary other) {
        return new CompactionSummary(series + other.series, blocks + other.blocks, halves + other.halves);
    }
}
