package org.symbolon.record;

/**
 * Limits of reading.
 *
 * @param maxBytes longest record
 * @param maxPlaces most values in a record
 * @param maxDepth deepest nesting of elements, objects and resources
 * @param maxEntries most messages of a batch, entries of a bundle
 */
public record RecordOptions(int maxBytes, int maxPlaces, int maxDepth, int maxEntries) {
    private static final RecordOptions DEFAULTS = new RecordOptions(32 << 20, 2_000_000, 200, 100_000);

    public static RecordOptions defaults() {
        return DEFAULTS;
    }

    public RecordOptions withMaxBytes(int bytes) {
        return new RecordOptions(bytes, maxPlaces, maxDepth, maxEntries);
    }
}
