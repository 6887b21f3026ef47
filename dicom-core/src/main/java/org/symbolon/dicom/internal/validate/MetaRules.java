package org.symbolon.dicom.internal.validate;

import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;

/** The file meta group (PS3.10 7.1). */
final class MetaRules {
    private static final List<Integer> TYPE_1 = List.of(
            Tags.FileMetaInformationGroupLength,
            Tags.FileMetaInformationVersion,
            Tags.MediaStorageSOPClassUID,
            Tags.MediaStorageSOPInstanceUID,
            Tags.TransferSyntaxUID,
            Tags.ImplementationClassUID);

    private MetaRules() {}

    static void check(DataSet meta, Findings findings) {
        for (int tag : TYPE_1) {
            if (meta.bytes(tag).length == 0) {
                add(tag, "The file meta group has this element (PS3.10 7.1)", findings);
            }
        }
        for (Element element : meta) {
            byte[] value = meta.bytes(element.tag());
            String rule = ValueRules.broken(element.vr(), value, List.of());
            if (rule != null) {
                add(element.tag(), rule, findings);
            }
        }
        byte[] version = meta.bytes(Tags.FileMetaInformationVersion);
        if (version.length > 0 && (version.length != 2 || (version[1] & 1) == 0)) {
            add(Tags.FileMetaInformationVersion, "The version is 00 01 (PS3.10 7.1)", findings);
        }
    }

    /** What meta group and data set both tell must agree. */
    static void compare(DataSet meta, int metaTag, String dataSetUid, Findings findings) {
        String metaUid = meta.string(metaTag);
        if (!metaUid.isEmpty() && !dataSetUid.isEmpty() && !metaUid.equals(dataSetUid)) {
            add(metaTag, "The file meta group names the object that follows (PS3.10 7.1)", findings);
        }
    }

    private static void add(int tag, String rule, Findings findings) {
        findings.add(new Finding(DicomProblem.NONCONFORMANT, Tag.format(tag), tag, -1, rule));
    }
}
