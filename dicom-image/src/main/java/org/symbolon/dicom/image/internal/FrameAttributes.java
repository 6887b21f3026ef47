package org.symbolon.dicom.image.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.VoiWindow;

/** Attributes of one frame: of its functional groups (PS3.3 C.7.6.16), of those shared by all frames, or of the image itself. */
public record FrameAttributes(DataSet header, int frame) {
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

    /** The first window of the image; none if it is no number or has no width. */
    Optional<VoiWindow> window() {
        DataSet voi = voi();
        if (voi == null) {
            return Optional.empty();
        }
        Double center = number(voi.string(Tags.WindowCenter));
        Double width = number(voi.string(Tags.WindowWidth));
        if (center == null || width == null || width <= 0) {
            return Optional.empty();
        }
        VoiWindow.Shape shape = switch (voi.string(Tags.VOILUTFunction)) {
            case "SIGMOID" -> VoiWindow.Shape.SIGMOID;
            case "LINEAR_EXACT" -> VoiWindow.Shape.LINEAR_EXACT;
            // A width below 1 has no meaning as LINEAR; writers of fractional values mean this (PS3.3 C.11.2.1.2.1).
            default -> width < 1 ? VoiWindow.Shape.LINEAR_EXACT : VoiWindow.Shape.LINEAR;
        };
        return Optional.of(new VoiWindow(center, width, shape));
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
