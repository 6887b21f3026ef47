package org.symbolon.testkit.internal.study;

import java.io.IOException;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Chest;
import org.symbolon.testkit.internal.phantom.ChestCt;
import org.symbolon.testkit.internal.phantom.ChestRadiograph;
import org.symbolon.testkit.internal.phantom.Raster;

/** A localizer and an axial series of the chest (CT Image IOD, PS3.3 A.3) in one frame of reference. */
final class CtSeries {
    private static final int LOCALIZER_PIXELS = 256;
    private static final double TOP = 128;
    private static final double BOTTOM = -138;

    private CtSeries() {}

    static void write(StudyContext study, int slices, int pixels, Packaging packaging, ObjectSink sink)
            throws IOException {
        Chest chest = new Chest(study.anatomySeed());
        ImageReference localizer = localizer(study, chest, packaging, sink);
        SeriesContext series =
                SeriesContext.of(study, Machine.CT, 2, "Thorax 5.0 B40f", "ThoraxRoutine " + slices + " slices");
        ChestCt scanner = new ChestCt(chest, pixels);
        double spacing = (TOP - BOTTOM) / (slices - 1);
        for (int slice = 0; slice < slices; slice++) {
            double z = TOP - slice * spacing;
            Raster raster = scanner.slice(z, study.random());
            DicomData data = image(series, slice + 1, "AXIAL", packaging, raster);
            String uid = reference(study, series, data, slice % 10 == slices % 10);
            double half = ChestCt.FIELD_OF_VIEW / 2;
            data.decimals(Tags.PixelSpacing, ChestCt.FIELD_OF_VIEW / pixels, ChestCt.FIELD_OF_VIEW / pixels)
                    .decimals(Tags.SliceThickness, spacing)
                    .decimals(Tags.SliceLocation, z)
                    .decimals(Tags.ImagePositionPatient, -half, -half, z)
                    .decimals(Tags.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
                    .text(Tags.ConvolutionKernel, "B40f")
                    .decimals(Tags.WindowCenter, 40, -500)
                    .decimals(Tags.WindowWidth, 400, 1500)
                    .text(Tags.WindowCenterWidthExplanation, "MEDIASTINUM", "LUNG")
                    .sequence(Tags.ReferencedImageSequence, localizer.item(data));
            sink.accept(new SampleObject(
                    study, "CT", 2, slice + 1, Uids.CTImageStorage, uid, series.seriesInstanceUid(), data, packaging));
        }
    }

    private static ImageReference localizer(StudyContext study, Chest chest, Packaging packaging, ObjectSink sink)
            throws IOException {
        SeriesContext series = SeriesContext.of(study, Machine.CT, 1, "Topogram 0.6 T20f", "ThoraxRoutine");
        Raster raster = new ChestRadiograph(chest, LOCALIZER_PIXELS).frontal(study.random());
        DicomData data = image(series, 1, "LOCALIZER", packaging, raster);
        String uid = reference(study, series, data, false);
        double half = ChestRadiograph.FIELD_OF_VIEW / 2;
        data.decimals(Tags.PixelSpacing, 1.5234, 1.5234)
                .decimals(Tags.ImagePositionPatient, -half, 0, half)
                .decimals(Tags.ImageOrientationPatient, 1, 0, 0, 0, 0, -1)
                .decimals(Tags.WindowCenter, 900)
                .decimals(Tags.WindowWidth, 2600);
        sink.accept(new SampleObject(
                study, "CT", 1, 1, Uids.CTImageStorage, uid, series.seriesInstanceUid(), data, packaging));
        return new ImageReference(Uids.CTImageStorage, uid, series.seriesInstanceUid());
    }

    private static DicomData image(SeriesContext series, int number, String kind, Packaging packaging, Raster raster) {
        StudyContext study = series.study();
        DicomData data =
                Modules.common(series, Uids.CTImageStorage, study.uids().next(), number);
        Modules.frameOfReference(study, data);
        data.text(Tags.ImageType, "ORIGINAL", "PRIMARY", kind)
                .integers(Tags.AcquisitionNumber, series.number())
                .text(Tags.AcquisitionDate, study.date())
                .text(Tags.AcquisitionTime, study.time())
                .text(Tags.BodyPartExamined, "CHEST")
                .text(Tags.PatientPosition, "HFS")
                .decimals(Tags.KVP, 120)
                .integers(Tags.XRayTubeCurrent, 180 + number)
                .integers(Tags.ExposureTime, 500)
                .decimals(Tags.RescaleIntercept, ChestCt.INTERCEPT)
                .decimals(Tags.RescaleSlope, 1)
                .text(Tags.RescaleType, "HU");
        if (number % 16 == 1) {
            data.text(Tags.ImageComments, study.person().name().spoken() + " / " + study.accessionNumber());
        }
        PixelModules.put(data, packaging.syntax(), raster);
        return data;
    }

    /** Returns the instance's UID, and notes it for reports where wanted. */
    private static String reference(StudyContext study, SeriesContext series, DicomData data, boolean noteworthy) {
        String uid = data.string(Tags.SOPInstanceUID);
        if (noteworthy) {
            study.references().add(new ImageReference(Uids.CTImageStorage, uid, series.seriesInstanceUid()));
        }
        return uid;
    }
}
