package org.symbolon.dicom;

/**
 * Limits of one {@link DataSetReader}.
 *
 * @param maxValueBytes the largest value that {@link DataSetReader#value} reads into memory
 * @param maxDepth how many sequences may lie in one another
 * @param maxElements how many tokens a data set may have
 * @param stopBefore reading ends before the first top-level tag that is not below this one (unsigned);
 *     {@link #NO_STOP} reads to the end
 */
public record ReaderOptions(int maxValueBytes, int maxDepth, long maxElements, int stopBefore) {
    /** No data set reaches this tag. */
    public static final int NO_STOP = 0xFFFFFFFF;

    private static final ReaderOptions DEFAULTS = new ReaderOptions(16 << 20, 64, 2_000_000, NO_STOP);

    public ReaderOptions {
        if (maxValueBytes < 0 || maxDepth < 0 || maxElements < 0) {
            throw new IllegalArgumentException("Limits are not negative");
        }
    }

    /** 16 MiB a value, 64 levels, 2,000,000 tokens, to the end. */
    public static ReaderOptions defaults() {
        return DEFAULTS;
    }

    public ReaderOptions withStopBefore(int tag) {
        return new ReaderOptions(maxValueBytes, maxDepth, maxElements, tag);
    }

    public ReaderOptions withMaxValueBytes(int bytes) {
        return new ReaderOptions(bytes, maxDepth, maxElements, stopBefore);
    }

    public ReaderOptions withMaxDepth(int depth) {
        return new ReaderOptions(maxValueBytes, depth, maxElements, stopBefore);
    }

    public ReaderOptions withMaxElements(long elements) {
        return new ReaderOptions(maxValueBytes, maxDepth, elements, stopBefore);
    }
}
