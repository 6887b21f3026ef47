package org.symbolon.testkit.internal.exam;

import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.score.ScoreAction;

/** Objects about images: structure sets, plans, segmentations, presentation states, encapsulated documents. */
final class ExamPlans {
    private ExamPlans() {}

    static ExamFile structureSet(ExamPatient patient, int series, Packaging packaging) {
        ExamFile file = new ExamFile(patient, "RTSTRUCT", Uids.RTStructureSetStorage, series, 1, packaging);
        file.item()
                .text(Tags.StructureSetLabel, Keep.DESCRIPTORS, "PLAN_{" + patient.family() + "}")
                .text(
                        Tags.StructureSetName,
                        Keep.DESCRIPTORS,
                        "prostate boost by {" + patient.clinic().operator().split("\\^")[0] + "}")
                .filled(Tags.StructureSetLabel)
                .date(Tags.StructureSetDate, patient.studyDate())
                .sequence(
                        Tags.ReferencedFrameOfReferenceSequence,
                        frame -> frame.uid(Tags.FrameOfReferenceUID, patient.frameOfReferenceUid())
                                .sequence(
                                        Tags.RTReferencedStudySequence,
                                        study -> study.plain(Tags.ReferencedSOPClassUID, "1.2.840.10008.3.1.2.3.1")
                                                .uid(Tags.ReferencedSOPInstanceUID, patient.studyUid())
                                                .sequence(
                                                        Tags.RTReferencedSeriesSequence,
                                                        one -> one.uid(Tags.SeriesInstanceUID, patient.uid(1, 0)))))
                .sequence(
                        Tags.StructureSetROISequence,
                        roi -> roi.plain(Tags.ROINumber, "1")
                                .uid(Tags.ReferencedFrameOfReferenceUID, patient.frameOfReferenceUid())
                                .text(Tags.ROIName, Keep.DESCRIPTORS, "GTV liver {" + patient.family() + "}")
                                .kept(Tags.ROIGenerationAlgorithm, Keep.ALWAYS, "SEMIAUTOMATIC"),
                        roi -> roi.plain(Tags.ROINumber, "2")
                                .uid(Tags.ReferencedFrameOfReferenceUID, patient.frameOfReferenceUid())
                                .kept(Tags.ROIName, Keep.DESCRIPTORS, "SpinalCord")
                                .text(
                                        Tags.ROIDescription,
                                        Keep.DESCRIPTORS,
                                        "contoured on {" + patient.earlierDate() + "} 5 mm margin"))
                .sequence(
                        Tags.RTROIObservationsSequence,
                        observation -> observation
                                .plain(Tags.ObservationNumber, "1")
                                .name(Tags.ROIInterpreter, patient.clinic().radiologist())
                                .kept(Tags.RTROIInterpretedType, Keep.ALWAYS, "GTV"));
        return file;
    }

    static ExamFile plan(ExamPatient patient, int series, Packaging packaging) {
        ExamFile file = new ExamFile(patient, "RTPLAN", Uids.RTPlanStorage, series, 1, packaging);
        file.item()
                .text(Tags.RTPlanLabel, Keep.DESCRIPTORS, "{" + patient.family() + "} VMAT")
                .text(
                        Tags.RTPlanDescription,
                        Keep.DESCRIPTORS,
                        "50 Gy in 25 fractions, {" + patient.clinic().referrer().split("\\^")[0] + "}")
                .date(Tags.RTPlanDate, patient.studyDate())
                .kept(Tags.RTPlanGeometry, Keep.ALWAYS, "PATIENT")
                .sequence(
                        Tags.ReferencedStructureSetSequence,
                        set -> set.plain(Tags.ReferencedSOPClassUID, Uids.RTStructureSetStorage)
                                .uid(Tags.ReferencedSOPInstanceUID, patient.uid(series - 1, 1)));
        return file;
    }

    static ExamFile segmentation(ExamPatient patient, int series, Packaging packaging) {
        ExamFile file = new ExamFile(patient, "SEG", Uids.SegmentationStorage, series, 1, packaging);
        ExamItem item = file.item();
        ExamHeader.frameOfReference(item, patient);
        item.name(Tags.ContentCreatorName, patient.clinic().operator())
                .text(Tags.ContentDescription, Keep.ALWAYS, "liver lesion of {" + patient.family() + "}")
                .kept(Tags.SegmentationType, Keep.ALWAYS, "BINARY")
                .sequence(
                        Tags.SegmentSequence,
                        segment -> segment.plain(Tags.SegmentNumber, "1")
                                .kept(Tags.SegmentLabel, Keep.ALWAYS, "Liver")
                                .text(Tags.TrackingID, Keep.ALWAYS, "lesion {" + patient.family() + "}")
                                .uid(Tags.TrackingUID, patient.uid(series, 77))
                                .kept(Tags.SegmentAlgorithmType, Keep.ALWAYS, "MANUAL"))
                .sequence(
                        Tags.DimensionOrganizationSequence,
                        one -> one.uid(Tags.DimensionOrganizationUID, patient.uid(series, 78)))
                .sequence(Tags.ReferencedSeriesSequence, one -> one.uid(Tags.SeriesInstanceUID, patient.uid(1, 0)));
        item.data()
                .integers(Tags.SamplesPerPixel, 1)
                .text(Tags.PhotometricInterpretation, "MONOCHROME2")
                .integers(Tags.Rows, 16)
                .integers(Tags.Columns, 16)
                .integers(Tags.BitsAllocated, 1)
                .integers(Tags.BitsStored, 1)
                .integers(Tags.HighBit, 0)
                .integers(Tags.PixelRepresentation, Vr.US, 0)
                .put(Tags.PixelData, Vr.OB, Lettering.overlay("LL", 16, 16));
        item.plain(Tags.NumberOfFrames, "1");
        item.log().check("pixels", ScoreAction.PIXELS_RETAINED, "");
        return file;
    }

    static ExamFile presentation(ExamPatient patient, int series, Packaging packaging) {
        ExamFile file =
                new ExamFile(patient, "PR", Uids.GrayscaleSoftcopyPresentationStateStorage, series, 1, packaging);
        file.item()
                .kept(Tags.ContentLabel, Keep.ALWAYS, "FINDINGS")
                .text(
                        Tags.ContentDescription,
                        Keep.ALWAYS,
                        "arrows for {"
                                + patient.person().relative().alphabetic().family() + "}")
                .date(Tags.PresentationCreationDate, patient.studyDate())
                .name(Tags.ContentCreatorName, patient.clinic().radiologist())
                .sequence(
                        Tags.ReferencedSeriesSequence,
                        one -> one.uid(Tags.SeriesInstanceUID, patient.uid(1, 0))
                                .sequence(
                                        Tags.ReferencedImageSequence,
                                        image -> image.plain(Tags.ReferencedSOPClassUID, Uids.CTImageStorage)
                                                .uid(Tags.ReferencedSOPInstanceUID, patient.uid(1, 1))))
                .sequence(
                        Tags.GraphicAnnotationSequence,
                        note -> note.plain(Tags.GraphicLayer, "NOTES")
                                .sequence(
                                        Tags.TextObjectSequence,
                                        text -> text.filled(Tags.UnformattedTextValue)
                                                .gone(
                                                        Tags.UnformattedTextValue,
                                                        patient.given() + " " + patient.family() + " " + patient.id())))
                .sequence(
                        Tags.GraphicLayerSequence,
                        layer -> layer.plain(Tags.GraphicLayer, "NOTES")
                                .plain(Tags.GraphicLayerOrder, "1")
                                .text(
                                        Tags.GraphicLayerDescription,
                                        Keep.NEVER,
                                        "marks by {"
                                                + patient.clinic().operator().split("\\^")[0] + "}"));
        return file;
    }

    /** A PDF in an object (PS3.3 A.45): nobody reads it, so it may be emptied or kept back. */
    static ExamFile encapsulatedDocument(ExamPatient patient, int series, Packaging packaging) {
        ExamFile file = new ExamFile(patient, "DOC", Uids.EncapsulatedPDFStorage, series, 1, packaging);
        file.item()
                .text(Tags.DocumentTitle, Keep.NEVER, "Letter about {" + patient.family() + "}")
                .kept(Tags.MIMETypeOfEncapsulatedDocument, Keep.ALWAYS, "application/pdf")
                .goneBytes(
                        Tags.EncapsulatedDocument,
                        Vr.OB,
                        "%PDF-1.4 (Dear Mrs ",
                        patient.person().name().spoken(),
                        ") Tj %%EOF");
        return file.doubtful();
    }
}
