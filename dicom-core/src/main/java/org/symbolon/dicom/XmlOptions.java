package org.symbolon.dicom;

/** How {@link NativeXmlWriter} writes. Immutable. */
public record XmlOptions(BulkDataPolicy bulkData, FileMetaInclusion fileMeta, TextLayout layout, ModelEnd end) {
    private static final XmlOptions DEFAULTS = new XmlOptions(
            BulkDataPolicy.inline(), FileMetaInclusion.EXCLUDED, TextLayout.COMPACT, ModelEnd.AT_DATA_SET_END);

    /** Every value inline, no file meta group, compact, to the end. */
    public static XmlOptions defaults() {
        return DEFAULTS;
    }

    public XmlOptions withBulkData(BulkDataPolicy policy) {
        return new XmlOptions(policy, fileMeta, layout, end);
    }

    public XmlOptions withFileMeta(FileMetaInclusion inclusion) {
        return new XmlOptions(bulkData, inclusion, layout, end);
    }

    public XmlOptions withLayout(TextLayout textLayout) {
        return new XmlOptions(bulkData, fileMeta, textLayout, end);
    }

    public XmlOptions withEnd(ModelEnd modelEnd) {
        return new XmlOptions(bulkData, fileMeta, layout, modelEnd);
    }
}
