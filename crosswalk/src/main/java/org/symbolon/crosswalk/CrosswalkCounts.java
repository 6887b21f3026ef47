package org.symbolon.crosswalk;

/** How much a crosswalk holds, at one moment. */
public record CrosswalkCounts(long patients, long series, long halves, long possibleMatches) {}
