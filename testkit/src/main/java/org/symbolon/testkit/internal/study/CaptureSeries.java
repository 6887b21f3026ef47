package org.symbolon.testkit.internal.study;

import java.io.IOException;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Brain;
import org.symbolon.testkit.internal.phantom.PerfusionMap;

/** Coloured maps that a workstation saved (Secondary Capture Image IOD, PS3.3 A.8). */
final class CaptureSeries {
    private static final int PIXELS = 256;

    private CaptureSeries() {}

    static void write(StudyContext study, int seriesNumber, int images, Packaging packaging, ObjectSink sink)
            throws IOException {
        Brain brain = new Brain(study.anatomySeed());
        SeriesContext series = SeriesContext.of(
                study,
                Machine.SC,
                seriesNumber,
                "Perfusion " + study.person().name().spoken(),
                "Workstation");
        for (int number = 1; number <= images; number++) {
            String uid = study.uids().next();
            DicomData data = Modules.common(series, Uids.SecondaryCaptureImageStorage, uid, number);
            data.text(Tags.ConversionType, "SYN")
                    .text(Tags.ImageType, "DERIVED", "SECONDARY")
                    .text(Tags.BurnedInAnnotation, "NO")
                    .text(
                            Tags.SecondaryCaptureDeviceManufacturer,
                            series.machine().manufacturer());
            if (!study.references().isEmpty()) {
                Modules.derivedFrom(study.references().get(0), data);
            }
            PixelModules.put(
                    data,
                    packaging.syntax(),
                    PerfusionMap.draw(
                            brain, 0.1 * number, PIXELS, study.random().nextLong()));
            sink.accept(new SampleObject(
                    study,
                    "OT",
                    seriesNumber,
                    number,
                    Uids.SecondaryCaptureImageStorage,
                    uid,
                    series.seriesInstanceUid(),
                    data,
                    packaging));
        }
    }
}
