package org.symbolon.testkit.internal.study;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Chest;
import org.symbolon.testkit.internal.phantom.ChestRadiograph;
import org.symbolon.testkit.internal.phantom.Raster;

/** A radiograph of the chest and a processed copy that names it as its source (CR Image IOD, PS3.3 A.2). */
final class RadiographSeries {
    private static final int PIXELS = 880;

    private RadiographSeries() {}

    static void write(StudyContext study, Packaging packaging, ObjectSink sink) throws IOException {
        Chest chest = new Chest(study.anatomySeed());
        SeriesContext series = SeriesContext.of(
                study, Machine.CR, 1, "PA " + study.person().name().spoken(), "Chest PA standing");
        Raster raster = new ChestRadiograph(chest, PIXELS).frontal(study.random());
        if (packaging.syntax().equals(TransferSyntax.JPEG_BASELINE)) {
            raster = raster.toEightBits();
        }
        ImageReference first = image(series, 1, raster, null, packaging, sink);
        image(series, 2, raster.sharpened(), first, packaging, sink);
        study.references().add(first);
    }

    private static ImageReference image(
            SeriesContext series,
            int number,
            Raster raster,
            @Nullable ImageReference source,
            Packaging packaging,
            ObjectSink sink)
            throws IOException {
        StudyContext study = series.study();
        String sopClass = Uids.ComputedRadiographyImageStorage;
        String uid = study.uids().next();
        DicomData data = Modules.common(series, sopClass, uid, number);
        data.text(Tags.ImageType, source == null ? "ORIGINAL" : "DERIVED", "PRIMARY")
                .text(Tags.BodyPartExamined, "CHEST")
                .text(Tags.ViewPosition, "PA")
                .empty(Tags.Laterality)
                .text(Tags.PatientOrientation, "L", "F")
                .text(Tags.PlateID, "PLATE-0" + (7 + number))
                .decimals(Tags.ImagerPixelSpacing, 0.44318, 0.44318)
                .text(Tags.BurnedInAnnotation, "NO");
        if (source != null) {
            Modules.derivedFrom(source, data);
            data.text(
                    Tags.DerivationDescription,
                    "Edges enhanced for " + study.person().physician().spoken());
        }
        PixelModules.put(data, packaging.syntax(), raster);
        sink.accept(new SampleObject(
                study, "CR", series.number(), number, sopClass, uid, series.seriesInstanceUid(), data, packaging));
        return new ImageReference(sopClass, uid, series.seriesInstanceUid());
    }
}
