package org.symbolon.testkit.internal.study;

import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;

/** An object ready to be written, with the words its file is named after. */
public record SampleObject(
        StudyContext study,
        String modality,
        int seriesNumber,
        int instanceNumber,
        String sopClassUid,
        String sopInstanceUid,
        String seriesInstanceUid,
        DicomData data,
        Packaging packaging) {}
