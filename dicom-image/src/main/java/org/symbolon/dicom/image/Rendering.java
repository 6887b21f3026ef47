package org.symbolon.dicom.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.image.internal.ColourRendering;
import org.symbolon.dicom.image.internal.FrameAttributes;
import org.symbolon.dicom.image.internal.GreyRendering;
import org.symbolon.dicom.image.internal.Overlays;
import org.symbolon.dicom.image.internal.Pictures;

/**
 * A frame as a picture: modality LUT, VOI LUT or window, and presentation of PS3.3 C.11 for grey ones; colours as they are,
 * brought to RGB. Overlays and the aspect ratio of pixels as the options say. ICC profiles, supplemental palettes and
 * presentation states are not applied. Immutable.
 */
public final class Rendering {
    /** Pixels are stretched no further than that, whatever their aspect ratio. */
    private static final double MAX_STRETCH = 16;

    private final BufferedImage image;

    private Rendering(BufferedImage image) {
        this.image = image;
    }

    /**
     * Decodes and renders a frame; frames count from 0.
     *
     * @throws ImageException as {@link FrameReader#decode}, and CORRUPT for a look-up table that contradicts its descriptor
     */
    public static Rendering of(FrameReader reader, int frame, RenderingOptions options) throws IOException {
        PixelFrame decoded = reader.decode(frame);
        FrameAttributes attributes = new FrameAttributes(reader.header(), frame);
        BufferedImage full = decoded.photometric().isGrey()
                ? GreyRendering.of(decoded, attributes, options)
                : ColourRendering.of(decoded, reader.header());
        if (options.overlays() == RenderingOptions.Overlays.SHOWN) {
            Overlays.draw(full, reader.header(), frame, () -> reader.cells(frame));
        }
        double pixelHeight = options.pixels() == RenderingOptions.PixelShape.SQUARE ? attributes.pixelHeight() : 1;
        double bounded = Math.max(1 / MAX_STRETCH, Math.min(MAX_STRETCH, pixelHeight));
        return new Rendering(Pictures.fit(full, bounded, options.maxWidth(), options.maxHeight()));
    }

    /** Grey of 8 or 16 bits, or RGB; not to be changed. */
    public BufferedImage image() {
        return image;
    }

    /** Does not close the stream. */
    public void writePng(OutputStream out) throws IOException {
        Pictures.write(image, "png", out);
    }

    /** Of 16 bits the upper 8. Does not close the stream. */
    public void writeJpeg(OutputStream out) throws IOException {
        Pictures.write(Pictures.inBytes(image), "jpeg", out);
    }
}
