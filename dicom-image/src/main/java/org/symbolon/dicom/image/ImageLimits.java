package org.symbolon.dicom.image;

/**
 * What a frame may take.
 *
 * @param maxSamples rows times columns times samples per pixel of one frame
 * @param maxFrames of one image
 */
public record ImageLimits(int maxSamples, int maxFrames) {
    private static final ImageLimits DEFAULTS = new ImageLimits(32 << 20, 1_000_000);

    public ImageLimits {
        if (maxSamples < 1 || maxFrames < 1) {
            throw new IllegalArgumentException("Limits are positive");
        }
    }

    /** 32 Mi samples a frame, 1,000,000 frames. */
    public static ImageLimits defaults() {
        return DEFAULTS;
    }
}
