package org.symbolon.dicom.image.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.VoiWindow;

/** Attributes of one frame: of its functional groups (PS3.3 C.7.6.16), of those shared by all frames, or of the image itself. */
public record FrameAttributes(DataSet header, int frame) {
    private static final int[] SPACINGS = {Tags.PixelSpacing, Tags.ImagerPixelSpacing, Tags.NominalScannedPixelSpacing};

    /** The data set that holds the modality LUT, null if there is none. */
    @Nullable
    DataSet modality() {
        return first(Tags.PixelValueTransformationSequence, Tags.RescaleSlope, Tags.ModalityLUTSequence);
    }

    /** The data set that holds windows or VOI LUTs, null if there is none. */
    @Nullable
    DataSet voi() {
        return first(Tags.FrameVOILUTSequence, Tags.WindowCenter, Tags.VOILUTSequence);
    }

    /** The windows of the image, those left out that are no numbers or have no width. */
    List<VoiWindow> windows() {
        DataSet voi = voi();
        if (voi == null) {
            return List.of();
        }
        List<VoiWindow> windows = new ArrayList<>();
        List<String> centers = voi.strings(Tags.WindowCenter);
        List<String> widths = voi.strings(Tags.WindowWidth);
        for (int i = 0; i < Math.min(centers.size(), widths.size()); i++) {
            Double center = number(centers.get(i));
            Double width = number(widths.get(i));
            if (center != null && width != null && width > 0) {
                windows.add(new VoiWindow(center, width, shape(voi, width)));
            }
        }
        return windows;
    }

    private static VoiWindow.Shape shape(DataSet voi, double width) {
        return switch (voi.string(Tags.VOILUTFunction)) {
            case "SIGMOID" -> VoiWindow.Shape.SIGMOID;
            case "LINEAR_EXACT" -> VoiWindow.Shape.LINEAR_EXACT;
            // A width below 1 has no meaning as LINEAR; writers of fractional values mean this (PS3.3 C.11.2.1.2.1).
            default -> width < 1 ? VoiWindow.Shape.LINEAR_EXACT : VoiWindow.Shape.LINEAR;
        };
    }

    /** How many times higher than wide a pixel is (PS3.3 C.7.6.3.1.7, C.7.6.16.2.1); 1 if nothing tells. */
    public double pixelHeight() {
        List<String> ratio = header.strings(Tags.PixelAspectRatio);
        if (ratio.size() != 2) {
            ratio = List.of();
            for (int tag : SPACINGS) {
                DataSet holder = ratio.isEmpty() ? first(Tags.PixelMeasuresSequence, tag, tag) : null;
                ratio = holder == null ? ratio : holder.strings(tag);
            }
        }
        Double height = ratio.size() == 2 ? number(ratio.get(0)) : null;
        Double width = ratio.size() == 2 ? number(ratio.get(1)) : null;
        return height == null || width == null || height <= 0 || width <= 0 ? 1 : height / width;
    }

    boolean presentationIsInverse() {
        return header.string(Tags.PresentationLUTShape).equals("INVERSE");
    }

    /** A finite decimal number, null if the text is none. */
    static @Nullable Double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable DataSet first(int groupSequence, int attribute, int sequence) {
        for (DataSet candidate : candidates(groupSequence)) {
            if (candidate.contains(attribute) || candidate.contains(sequence)) {
                return candidate;
            }
        }
        return null;
    }

    private List<DataSet> candidates(int groupSequence) {
        List<DataSet> candidates = new ArrayList<>();
        List<DataSet> perFrame = header.sequence(Tags.PerFrameFunctionalGroupsSequence);
        if (frame < perFrame.size()) {
            candidates.addAll(perFrame.get(frame).sequence(groupSequence));
        }
        for (DataSet shared : header.sequence(Tags.SharedFunctionalGroupsSequence)) {
            candidates.addAll(shared.sequence(groupSequence));
        }
        candidates.add(header);
        return candidates;
    }
}
