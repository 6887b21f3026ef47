package org.symbolon.dicomweb.internal;

import org.symbolon.dicom.BulkDataPolicy;
import org.symbolon.dicom.BulkDataPolicy.Choice;
import org.symbolon.dicom.BulkDataReference;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.ModelEnd;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.DicomWebOptions;

/** How metadata are written: pixel data and long values are resources of their own below a URL (PS3.18 10.4.1.1.5). */
final class MetadataOptions {
    private MetadataOptions() {}

    static JsonOptions of(DicomWebOptions options, String bulkDataUrl, long dataSetBytes) {
        BulkDataPolicy policy = value ->
                isBulk(options, value) ? new Choice.Reference(bulkDataUrl + value.path()) : new Choice.Inline();
        return JsonOptions.defaults()
                .withBulkData(policy)
                .withEnd(ModelEnd.AT_ENCAPSULATED_PIXEL_DATA)
                .withDataSetBytes(dataSetBytes);
    }

    private static boolean isBulk(DicomWebOptions options, BulkDataReference value) {
        boolean pixels = value.tag() == Tags.PixelData && value.path().length() == 8;
        if (pixels || value.bytes() == BulkDataReference.FRAGMENTS) {
            return true;
        }
        Vr vr = value.vr();
        boolean binary = vr == Vr.UN || (vr.hasLongLength() && !vr.isText());
        return value.bytes() > (binary ? options.inlineBinaryBytes() : options.maxMetadataValueBytes());
    }
}
