package org.symbolon.dicom;

/**
 * Limits of reading DICOM JSON or Native XML. What passes one ends in a {@link DicomFormatException} LIMIT_EXCEEDED.
 *
 * @param maxValueBytes the largest value of one attribute, counted as in a data set, or text of one string
 * @param maxDepth how many sequences may lie in one another
 * @param maxElements how many attributes and items a data set may have in all
 * @param maxDataSetBytes all values of one data set together
 */
public record ModelLimits(int maxValueBytes, int maxDepth, long maxElements, long maxDataSetBytes) {
    private static final ModelLimits DEFAULTS = new ModelLimits(16 << 20, 64, 2_000_000, 64L << 20);

    public ModelLimits {
        if (maxValueBytes < 0 || maxDepth < 0 || maxElements < 0 || maxDataSetBytes < 0) {
            throw new IllegalArgumentException("Limits are not negative");
        }
    }

    /** 16 MiB a value, 64 levels, 2,000,000 attributes and items, 64 MiB a data set. */
    public static ModelLimits defaults() {
        return DEFAULTS;
    }

    public ModelLimits withMaxValueBytes(int bytes) {
        return new ModelLimits(bytes, maxDepth, maxElements, maxDataSetBytes);
    }

    public ModelLimits withMaxDepth(int depth) {
        return new ModelLimits(maxValueBytes, depth, maxElements, maxDataSetBytes);
    }

    public ModelLimits withMaxElements(long elements) {
        return new ModelLimits(maxValueBytes, maxDepth, elements, maxDataSetBytes);
    }

    public ModelLimits withMaxDataSetBytes(long bytes) {
        return new ModelLimits(maxValueBytes, maxDepth, maxElements, bytes);
    }
}
