package org.symbolon.testkit.internal.study;

import java.io.IOException;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Breast;

/** The four views of a screening (Digital Mammography X-Ray Image IOD, PS3.3 A.27). */
final class MammographySeries {
    private static final int COLUMNS = 640;
    private static final int ROWS = 800;

    private MammographySeries() {}

    static void write(StudyContext study, Packaging packaging, ObjectSink sink) throws IOException {
        Breast breast = new Breast(study.anatomySeed());
        int number = 0;
        for (Breast.View view : Breast.View.values()) {
            SeriesContext series = SeriesContext.of(
                    study, Machine.MG, view == Breast.View.CC ? 1 : 2, "Screening " + view, "MG SCREEN 4V " + view);
            for (Breast.Side side : Breast.Side.values()) {
                number++;
                image(series, number, breast, side, view, packaging, sink);
            }
        }
    }

    private static void image(
            SeriesContext series,
            int number,
            Breast breast,
            Breast.Side side,
            Breast.View view,
            Packaging packaging,
            ObjectSink sink)
            throws IOException {
        StudyContext study = series.study();
        String sopClass = Uids.DigitalMammographyXRayImageStorageForPresentation;
        String uid = study.uids().next();
        String laterality = side == Breast.Side.LEFT ? "L" : "R";
        DicomData data = Modules.common(series, sopClass, uid, number);
        DicomData viewCode = Codes.item(
                data,
                view == Breast.View.CC ? "R-10242" : "R-10226",
                "SRT",
                view == Breast.View.CC ? "cranio-caudal" : "medio-lateral oblique");
        viewCode.sequence(Tags.ViewModifierCodeSequence);
        data.text(Tags.ImageType, "ORIGINAL", "PRIMARY")
                .text(Tags.PresentationIntentType, "FOR PRESENTATION")
                .text(Tags.BodyPartExamined, "BREAST")
                .text(Tags.ImageLaterality, laterality)
                .text(Tags.ViewPosition, view.name())
                .sequence(Tags.ViewCodeSequence, viewCode)
                .text(Tags.PatientOrientation, side == Breast.Side.LEFT ? "A" : "P", laterality)
                .decimals(Tags.ImagerPixelSpacing, 0.3, 0.3)
                .decimals(Tags.KVP, 28)
                .decimals(Tags.CompressionForce, 105 + number)
                .decimals(Tags.BodyPartThickness, 52)
                .text(Tags.PresentationLUTShape, "IDENTITY")
                .text(Tags.BurnedInAnnotation, "NO")
                .decimals(Tags.RescaleIntercept, 0)
                .decimals(Tags.RescaleSlope, 1)
                .text(Tags.RescaleType, "US")
                .decimals(Tags.WindowCenter, 1600)
                .decimals(Tags.WindowWidth, 3000);
        PixelModules.put(data, packaging.syntax(), breast.view(side, view, COLUMNS, ROWS, study.random()));
        study.references().add(new ImageReference(sopClass, uid, series.seriesInstanceUid()));
        sink.accept(new SampleObject(
                study, "MG", series.number(), number, sopClass, uid, series.seriesInstanceUid(), data, packaging));
    }
}
