package org.symbolon.testkit.internal.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Echo;
import org.symbolon.testkit.internal.phantom.Raster;

/** Loops of a beating heart (Ultrasound Multi-frame Image IOD, PS3.3 A.7). */
final class UltrasoundSeries {
    /** Whether blood flow is painted in. */
    enum Colours {
        GREY,
        FLOW
    }

    private static final int COLUMNS = 320;
    private static final int ROWS = 240;
    private static final double FRAME_MILLISECONDS = 40;

    private UltrasoundSeries() {}

    static void write(
            StudyContext study,
            int seriesNumber,
            int frames,
            Colours colours,
            Packaging packaging,
            PixelModules.Fragmentation fragmentation,
            ObjectSink sink)
            throws IOException {
        String sopClass = Uids.UltrasoundMultiFrameImageStorage;
        SeriesContext series = SeriesContext.of(
                study,
                Machine.US,
                seriesNumber,
                "4 chamber " + colours,
                "Echo adult " + study.person().sex());
        String uid = study.uids().next();
        DicomData data = Modules.common(series, sopClass, uid, 1);
        data.text(Tags.ImageType, "ORIGINAL", "PRIMARY", "", "0011")
                .integers(Tags.NumberOfFrames, frames)
                .integers(Tags.FrameIncrementPointer, Tags.FrameTime >>> 16, Tags.FrameTime & 0xFFFF)
                .decimals(Tags.FrameTime, FRAME_MILLISECONDS)
                .integers(Tags.HeartRate, 71)
                .text(Tags.BurnedInAnnotation, "NO")
                .text(Tags.ImageComments, "Loop of " + study.person().name().spoken())
                .sequence(Tags.SequenceOfUltrasoundRegions, region(data));
        List<Raster> rasters = new ArrayList<>();
        Echo echo = new Echo(study.anatomySeed() + seriesNumber);
        for (int frame = 0; frame < frames; frame++) {
            rasters.add(
                    colours == Colours.FLOW
                            ? echo.colour(frame, frames, COLUMNS, ROWS, study.random())
                            : echo.grey(frame, frames, COLUMNS, ROWS, study.random()));
        }
        PixelModules.put(data, packaging.syntax(), rasters, fragmentation);
        study.references().add(new ImageReference(sopClass, uid, series.seriesInstanceUid()));
        sink.accept(new SampleObject(
                study, "US", seriesNumber, 1, sopClass, uid, series.seriesInstanceUid(), data, packaging));
    }

    private static DicomData region(DicomData data) {
        return data.item()
                .integers(Tags.RegionSpatialFormat, 1)
                .integers(Tags.RegionDataType, 1)
                .integers(Tags.RegionFlags, 0)
                .integers(Tags.RegionLocationMinX0, 14)
                .integers(Tags.RegionLocationMinY0, 0)
                .integers(Tags.RegionLocationMaxX1, COLUMNS - 30)
                .integers(Tags.RegionLocationMaxY1, ROWS - 1)
                .integers(Tags.PhysicalUnitsXDirection, 3)
                .integers(Tags.PhysicalUnitsYDirection, 3)
                .doubles(Tags.PhysicalDeltaX, 0.07)
                .doubles(Tags.PhysicalDeltaY, 0.07);
    }
}
