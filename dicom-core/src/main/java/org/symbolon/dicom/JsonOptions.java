package org.symbolon.dicom;

/** How {@link DicomJsonWriter} writes. Immutable. */
public record JsonOptions(
        BulkDataPolicy bulkData,
        FileMetaInclusion fileMeta,
        NumberStrings numberStrings,
        TextLayout layout,
        ModelEnd end) {
    private static final JsonOptions DEFAULTS = new JsonOptions(
            BulkDataPolicy.inline(),
            FileMetaInclusion.EXCLUDED,
            NumberStrings.AS_NUMBERS,
            TextLayout.COMPACT,
            ModelEnd.AT_DATA_SET_END);

    /** Every value inline, no file meta group, IS and DS as numbers, compact, to the end. */
    public static JsonOptions defaults() {
        return DEFAULTS;
    }

    public JsonOptions withBulkData(BulkDataPolicy policy) {
        return new JsonOptions(policy, fileMeta, numberStrings, layout, end);
    }

    public JsonOptions withFileMeta(FileMetaInclusion inclusion) {
        return new JsonOptions(bulkData, inclusion, numberStrings, layout, end);
    }

    public JsonOptions withNumberStrings(NumberStrings form) {
        return new JsonOptions(bulkData, fileMeta, form, layout, end);
    }

    public JsonOptions withLayout(TextLayout textLayout) {
        return new JsonOptions(bulkData, fileMeta, numberStrings, textLayout, end);
    }

    public JsonOptions withEnd(ModelEnd modelEnd) {
        return new JsonOptions(bulkData, fileMeta, numberStrings, layout, modelEnd);
    }
}
