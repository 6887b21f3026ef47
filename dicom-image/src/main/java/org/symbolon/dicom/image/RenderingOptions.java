package org.symbolon.dicom.image;

/**
 * How a frame is rendered.
 *
 * @param windowing of grey images; without effect on coloured ones
 * @param presentation of grey images
 * @param overlays planes of the groups 60xx
 * @param pixels what is done with pixels that are not square
 * @param depth of grey pictures
 * @param maxWidth the picture is made smaller to fit, never larger
 */
public record RenderingOptions(
        Windowing windowing,
        Presentation presentation,
        Overlays overlays,
        PixelShape pixels,
        GreyDepth depth,
        int maxWidth,
        int maxHeight) {
    /** Presentation LUT Shape (2050,0020), with MONOCHROME1 shown inverse. */
    public enum Presentation {
        /** As the image says. */
        OF_IMAGE,
        /** The other way round. */
        INVERTED
    }

    /** Whether overlays (PS3.3 C.9.2) are drawn, white, on the picture. */
    public enum Overlays {
        SHOWN,
        HIDDEN
    }

    /** Pixel Aspect Ratio (0028,0034), or else the ratio of the pixel spacings. */
    public enum PixelShape {
        /** One pixel of the picture for each stored one. */
        AS_STORED,
        /** The picture is stretched in one direction until its pixels are square. */
        SQUARE
    }

    /** Bits of a grey pixel; coloured ones have 8 of each colour. */
    public enum GreyDepth {
        BITS_8,
        /** For PNG only. */
        BITS_16
    }

    private static final RenderingOptions DEFAULTS = new RenderingOptions(
            new Windowing.OfImage(0),
            Presentation.OF_IMAGE,
            Overlays.SHOWN,
            PixelShape.AS_STORED,
            GreyDepth.BITS_8,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    public RenderingOptions {
        if (maxWidth < 1 || maxHeight < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel");
        }
    }

    /** The image's own first window, overlays shown, 8 bits, full size, pixel by pixel. */
    public static RenderingOptions defaults() {
        return DEFAULTS;
    }

    public RenderingOptions withWindow(VoiWindow window) {
        return withWindowing(new Windowing.Given(window));
    }

    public RenderingOptions withWindowing(Windowing newWindowing) {
        return new RenderingOptions(newWindowing, presentation, overlays, pixels, depth, maxWidth, maxHeight);
    }

    public RenderingOptions withPresentation(Presentation newPresentation) {
        return new RenderingOptions(windowing, newPresentation, overlays, pixels, depth, maxWidth, maxHeight);
    }

    public RenderingOptions withOverlays(Overlays newOverlays) {
        return new RenderingOptions(windowing, presentation, newOverlays, pixels, depth, maxWidth, maxHeight);
    }

    public RenderingOptions withPixels(PixelShape newPixels) {
        return new RenderingOptions(windowing, presentation, overlays, newPixels, depth, maxWidth, maxHeight);
    }

    public RenderingOptions withDepth(GreyDepth newDepth) {
        return new RenderingOptions(windowing, presentation, overlays, pixels, newDepth, maxWidth, maxHeight);
    }

    public RenderingOptions fitting(int width, int height) {
        return new RenderingOptions(windowing, presentation, overlays, pixels, depth, width, height);
    }
}
