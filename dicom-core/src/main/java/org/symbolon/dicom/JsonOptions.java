package org.symbolon.dicom;

/**
 * How {@link DicomJsonWriter} writes. Immutable.
 *
 * @param dataSetBytes where the (inflated) data set ends, if that is known: a value at its end that is only referred to need not be
 *     passed over then, which a stream from afar is glad of; {@link #UNKNOWN} if it is not
 */
public record JsonOptions(
        BulkDataPolicy bulkData,
        FileMetaInclusion fileMeta,
        NumberStrings numberStrings,
        TextLayout layout,
        ModelEnd end,
        long dataSetBytes) {
    /** The data set ends where the reader finds its end. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    private static final JsonOptions DEFAULTS = new JsonOptions(
            BulkDataPolicy.inline(),
            FileMetaInclusion.EXCLUDED,
            NumberStrings.AS_NUMBERS,
            TextLayout.COMPACT,
            ModelEnd.AT_DATA_SET_END,
            UNKNOWN);

    /** Every value inline, no file meta group, IS and DS as numbers, compact, to the end. */
    public static JsonOptions defaults() {
        return DEFAULTS;
    }

    public JsonOptions withBulkData(BulkDataPolicy policy) {
        return new JsonOptions(policy, fileMeta, numberStrings, layout, end, dataSetBytes);
    }

    public JsonOptions withFileMeta(FileMetaInclusion inclusion) {
        return new JsonOptions(bulkData, inclusion, numberStrings, layout, end, dataSetBytes);
    }

    public JsonOptions withNumberStrings(NumberStrings form) {
        return new JsonOptions(bulkData, fileMeta, form, layout, end, dataSetBytes);
    }

    public JsonOptions withLayout(TextLayout textLayout) {
        return new JsonOptions(bulkData, fileMeta, numberStrings, textLayout, end, dataSetBytes);
    }

    public JsonOptions withEnd(ModelEnd modelEnd) {
        return new JsonOptions(bulkData, fileMeta, numberStrings, layout, modelEnd, dataSetBytes);
    }

    public JsonOptions withDataSetBytes(long bytes) {
        return new JsonOptions(bulkData, fileMeta, numberStrings, layout, end, bytes);
    }
}
