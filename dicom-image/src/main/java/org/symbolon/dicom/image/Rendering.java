package org.symbolon.dicom.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.image.internal.ColourRendering;
import org.symbolon.dicom.image.internal.FrameAttributes;
import org.symbolon.dicom.image.internal.GreyRendering;
import org.symbolon.dicom.image.internal.Pictures;

/**
 * A frame as a picture of 8 bits a colour: modality LUT, VOI LUT or window, and presentation of PS3.3 C.11 for grey ones;
 * colours as they are. Overlays and the aspect ratio of pixels are not applied. Immutable.
 */
public final class Rendering {
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
        BufferedImage full = switch (decoded.photometric()) {
            case MONOCHROME1, MONOCHROME2 ->
                GreyRendering.of(
                        decoded,
                        attributes,
                        options.windowing() instanceof Windowing.Given given
                                ? java.util.Optional.of(given.window())
                                : java.util.Optional.empty());
            default -> ColourRendering.of(decoded, reader.header());
        };
        return new Rendering(Pictures.fit(full, options.maxWidth(), options.maxHeight()));
    }

    /** Grey of 8 bits or RGB; not to be changed. */
    public BufferedImage image() {
        return image;
    }

    /** Does not close the stream. */
    public void writePng(OutputStream out) throws IOException {
        Pictures.write(image, "png", out);
    }

    /** Does not close the stream. */
    public void writeJpeg(OutputStream out) throws IOException {
        Pictures.write(image, "jpeg", out);
    }
}
