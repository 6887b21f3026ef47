package org.symbolon.dicom.image;

import java.util.Optional;

/**
 * How a frame is rendered.
 *
 * @param window empty: the image's own window or VOI LUT, else all of the frame's values
 * @param maxWidth the picture is made smaller to fit, never larger
 */
public record RenderingOptions(Optional<VoiWindow> window, int maxWidth, int maxHeight) {
    private static final RenderingOptions DEFAULTS =
            new RenderingOptions(Optional.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE);

    public RenderingOptions {
        if (maxWidth < 1 || maxHeight < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel");
        }
    }

    /** The image's own window, full size. */
    public static RenderingOptions defaults() {
        return DEFAULTS;
    }

    public RenderingOptions withWindow(VoiWindow newWindow) {
        return new RenderingOptions(Optional.of(newWindow), maxWidth, maxHeight);
    }

    public RenderingOptions fitting(int width, int height) {
        return new RenderingOptions(window, width, height);
    }
}
