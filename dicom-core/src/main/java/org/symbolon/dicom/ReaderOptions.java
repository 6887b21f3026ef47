package org.symbolon.dicom;

/**
 * Limits of one {@link DataSetReader}, how tolerant it is, and where it stops. Immutable; each {@code with} method gives
 * a changed copy.
 *
 * @param maxValueBytes the largest value that {@link DataSetReader#value} reads into memory
 * @param maxDepth how many sequences may lie in one another
 * @param maxElements how many tokens a data set may have
 * @param stopBefore reading ends before the first top-level tag that is not below this one (unsigned);
 *     {@link #NO_STOP} reads to the end
 * @param maxItems how many items a sequence, or fragments a pixel data element, may have
 * @param maxFindings how many findings are kept
 * @param leniency what becomes of deviations
 * @param stop reading ends before the first top-level element for which it says so
 * @param largeValuesAbove values of more bytes than this stay on disk when a {@link DataSet} is read of a file;
 *     {@link #ALL_IN_MEMORY} keeps none there
 */
public record ReaderOptions(
        int maxValueBytes,
        int maxDepth,
        long maxElements,
        int stopBefore,
        long maxItems,
        int maxFindings,
        Leniency leniency,
        StopPredicate stop,
        long largeValuesAbove) {
    /** No data set reaches this tag. */
    public static final int NO_STOP = 0xFFFFFFFF;

    public static final long ALL_IN_MEMORY = Long.MAX_VALUE;

    private static final long DEFAULT_MAX_ITEMS = 1_000_000;
    private static final int DEFAULT_MAX_FINDINGS = 1000;
    private static final ReaderOptions DEFAULTS = new ReaderOptions(16 << 20, 64, 2_000_000, NO_STOP);

    public ReaderOptions {
        if (maxValueBytes < 0
                || maxDepth < 0
                || maxElements < 0
                || maxItems < 0
                || maxFindings < 0
                || largeValuesAbove < 0) {
            throw new IllegalArgumentException("Limits are not negative");
        }
    }

    /** The four that most readers need, everything else as in {@link #defaults}. */
    public ReaderOptions(int maxValueBytes, int maxDepth, long maxElements, int stopBefore) {
        this(
                maxValueBytes,
                maxDepth,
                maxElements,
                stopBefore,
                DEFAULT_MAX_ITEMS,
                DEFAULT_MAX_FINDINGS,
                Leniency.TOLERANT,
                StopPredicate.NEVER,
                ALL_IN_MEMORY);
    }

    /**
     * 16 MiB a value, 64 levels, 2,000,000 tokens, 1,000,000 items a sequence, 1000 findings, {@link Leniency#TOLERANT},
     * to the end, all values in memory.
     */
    public static ReaderOptions defaults() {
        return DEFAULTS;
    }

    public ReaderOptions withStopBefore(int tag) {
        return new ReaderOptions(
                maxValueBytes, maxDepth, maxElements, tag, maxItems, maxFindings, leniency, stop, largeValuesAbove);
    }

    public ReaderOptions withStop(StopPredicate predicate) {
        return new ReaderOptions(
                maxValueBytes,
                maxDepth,
                maxElements,
                stopBefore,
                maxItems,
                maxFindings,
                leniency,
                predicate,
                largeValuesAbove);
    }

    public ReaderOptions withMaxValueBytes(int bytes) {
        return new ReaderOptions(
                bytes, maxDepth, maxElements, stopBefore, maxItems, maxFindings, leniency, stop, largeValuesAbove);
    }

    public ReaderOptions withMaxDepth(int depth) {
        return new ReaderOptions(
                maxValueBytes, depth, maxElements, stopBefore, maxItems, maxFindings, leniency, stop, largeValuesAbove);
    }

    public ReaderOptions withMaxElements(long elements) {
        return new ReaderOptions(
                maxValueBytes, maxDepth, elements, stopBefore, maxItems, maxFindings, leniency, stop, largeValuesAbove);
    }

    public ReaderOptions withMaxItems(long items) {
        return new ReaderOptions(
                maxValueBytes, maxDepth, maxElements, stopBefore, items, maxFindings, leniency, stop, largeValuesAbove);
    }

    public ReaderOptions withMaxFindings(int findings) {
        return new ReaderOptions(
                maxValueBytes, maxDepth, maxElements, stopBefore, maxItems, findings, leniency, stop, largeValuesAbove);
    }

    public ReaderOptions withLeniency(Leniency degree) {
        return new ReaderOptions(
                maxValueBytes,
                maxDepth,
                maxElements,
                stopBefore,
                maxItems,
                maxFindings,
                degree,
                stop,
                largeValuesAbove);
    }

    public ReaderOptions withLargeValuesAbove(long bytes) {
        return new ReaderOptions(
                maxValueBytes, maxDepth, maxElements, stopBefore, maxItems, maxFindings, leniency, stop, bytes);
    }
}
