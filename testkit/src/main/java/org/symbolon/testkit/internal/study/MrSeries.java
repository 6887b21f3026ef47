package org.symbolon.testkit.internal.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.PlantedValue.Kind;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Brain;
import org.symbolon.testkit.internal.phantom.Brain.Weighting;
import org.symbolon.testkit.internal.phantom.Raster;

/** Slices of a head, one file each (MR Image IOD, PS3.3 A.4) or all in one (Enhanced MR Image IOD, A.36). */
final class MrSeries {
    private static final int PIXELS = 256;
    private static final int ENHANCED_PIXELS = 128;
    private static final double FIELD_OF_VIEW = 240;
    private static final double BASE = -0.72;
    private static final double CROWN = 0.88;
    private static final double HALF_HEAD = 85;

    private MrSeries() {}

    static void write(
            StudyContext study, int seriesNumber, Weighting weighting, int slices, Packaging packaging, ObjectSink sink)
            throws IOException {
        Brain brain = new Brain(study.anatomySeed());
        SeriesContext series =
                SeriesContext.of(study, Machine.MR, seriesNumber, weighting + " tra", "head/" + weighting + "_tra_p2");
        for (int slice = 0; slice < slices; slice++) {
            double height = height(slice, slices);
            String uid = study.uids().next();
            DicomData data = Modules.common(series, Uids.MRImageStorage, uid, slice + 1);
            Modules.frameOfReference(study, data);
            data.text(Tags.ImageType, "ORIGINAL", "PRIMARY", "M", "ND")
                    .text(Tags.BodyPartExamined, "HEAD")
                    .text(Tags.PatientPosition, "HFS")
                    .text(Tags.ScanningSequence, weighting == Weighting.FLAIR ? "IR" : "SE")
                    .text(Tags.SequenceVariant, "SK")
                    .empty(Tags.ScanOptions)
                    .text(Tags.MRAcquisitionType, "2D")
                    .decimals(Tags.RepetitionTime, weighting == Weighting.T1 ? 550 : 5200)
                    .decimals(Tags.EchoTime, weighting == Weighting.T1 ? 12 : 98)
                    .integers(Tags.EchoTrainLength, 9)
                    .decimals(Tags.MagneticFieldStrength, 1.5)
                    .decimals(Tags.PixelSpacing, FIELD_OF_VIEW / PIXELS, FIELD_OF_VIEW / PIXELS)
                    .decimals(Tags.SliceThickness, 5)
                    .decimals(Tags.ImagePositionPatient, -FIELD_OF_VIEW / 2, -FIELD_OF_VIEW / 2, height * HALF_HEAD)
                    .decimals(Tags.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
                    .decimals(Tags.WindowCenter, 900)
                    .decimals(Tags.WindowWidth, 1900);
            PixelModules.put(data, packaging.syntax(), brain.slice(height, PIXELS, weighting, study.random()));
            if (slice == slices / 2) {
                study.references().add(new ImageReference(Uids.MRImageStorage, uid, series.seriesInstanceUid()));
            }
            sink.accept(new SampleObject(
                    study,
                    "MR",
                    seriesNumber,
                    slice + 1,
                    Uids.MRImageStorage,
                    uid,
                    series.seriesInstanceUid(),
                    data,
                    packaging));
        }
    }

    /** One multi-frame object with functional groups (PS3.3 C.7.6.16). */
    static void writeEnhanced(StudyContext study, int seriesNumber, int frames, Packaging packaging, ObjectSink sink)
            throws IOException {
        Brain brain = new Brain(study.anatomySeed());
        SeriesContext series = SeriesContext.of(study, Machine.MR, seriesNumber, "T2 mf tra", "head/t2_enhanced");
        String uid = study.uids().next();
        String dimensions = study.uids().next();
        DicomData data = Modules.common(series, Uids.EnhancedMRImageStorage, uid, 1);
        Modules.frameOfReference(study, data);
        study.planter().uid(Kind.OTHER_UID, dimensions);
        List<Raster> rasters = new ArrayList<>();
        List<DicomData> perFrame = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            double height = height(frame, frames);
            rasters.add(brain.slice(height, ENHANCED_PIXELS, Weighting.T2, study.random()));
            perFrame.add(frameGroups(data, study, frame, height));
        }
        data.text(Tags.ImageType, "ORIGINAL", "PRIMARY", "T2", "NONE")
                .integers(Tags.NumberOfFrames, frames)
                .text(Tags.AcquisitionDateTime, study.date() + study.time())
                .text(Tags.ContentQualification, "RESEARCH")
                .text(Tags.BurnedInAnnotation, "NO")
                .sequence(
                        Tags.DimensionOrganizationSequence, data.item().text(Tags.DimensionOrganizationUID, dimensions))
                .sequence(Tags.SharedFunctionalGroupsSequence, sharedGroups(data, study))
                .sequence(Tags.PerFrameFunctionalGroupsSequence, perFrame);
        PixelModules.put(data, packaging.syntax(), rasters, PixelModules.Fragmentation.ONE_PER_FRAME);
        sink.accept(new SampleObject(
                study,
                "MR",
                seriesNumber,
                1,
                Uids.EnhancedMRImageStorage,
                uid,
                series.seriesInstanceUid(),
                data,
                packaging));
    }

    private static DicomData sharedGroups(DicomData data, StudyContext study) {
        DicomData shared = data.item()
                .sequence(
                        Tags.PixelMeasuresSequence,
                        data.item()
                                .decimals(
                                        Tags.PixelSpacing,
                                        FIELD_OF_VIEW / ENHANCED_PIXELS,
                                        FIELD_OF_VIEW / ENHANCED_PIXELS)
                                .decimals(Tags.SliceThickness, 5))
                .sequence(
                        Tags.PlaneOrientationSequence,
                        data.item().decimals(Tags.ImageOrientationPatient, 1, 0, 0, 0, 1, 0));
        if (!study.references().isEmpty()) {
            shared.sequence(
                    Tags.ReferencedImageSequence, study.references().get(0).item(data));
        }
        return shared;
    }

    private static DicomData frameGroups(DicomData data, StudyContext study, int frame, double height) {
        return data.item()
                .sequence(
                        Tags.FrameContentSequence,
                        data.item()
                                .integers(Tags.InStackPositionNumber, frame + 1)
                                .text(Tags.StackID, "1")
                                .text(Tags.FrameComments, study.person().name().spoken())
                                .integers(Tags.DimensionIndexValues, frame + 1))
                .sequence(
                        Tags.PlanePositionSequence,
                        data.item()
                                .decimals(
                                        Tags.ImagePositionPatient,
                                        -FIELD_OF_VIEW / 2,
                                        -FIELD_OF_VIEW / 2,
                                        height * HALF_HEAD));
    }

    private static double height(int slice, int slices) {
        return BASE + (CROWN - BASE) * slice / Math.max(1, slices - 1);
    }
}
