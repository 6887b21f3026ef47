package org.symbolon.dicom.image;

/**
 * Which values are shown from black to white (PS3.3 C.11.2.1.2). Centre and width are in units of the modality LUT's output.
 * A width below the least that the shape allows is taken for that.
 */
public record VoiWindow(double center, double width, Shape shape) {
    /** VOI LUT Function (0028,1056). */
    public enum Shape {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    public VoiWindow {
        if (!Double.isFinite(center) || !Double.isFinite(width)) {
            throw new IllegalArgumentException("A window has a finite centre and width");
        }
    }

    /** What is shown of a value, 0 black to 1 white. */
    public double apply(double value) {
        return switch (shape) {
            case LINEAR -> {
                double steps = Math.max(1, width) - 1;
                double middle = center - 0.5;
                yield steps == 0 ? (value <= middle ? 0 : 1) : clamp((value - middle) / steps + 0.5);
            }
            case LINEAR_EXACT -> width <= 0 ? (value <= center ? 0 : 1) : clamp((value - center) / width + 0.5);
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / Math.max(width, Double.MIN_NORMAL)));
        };
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
