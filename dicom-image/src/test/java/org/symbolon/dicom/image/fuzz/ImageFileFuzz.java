package org.symbolon.dicom.image.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.Rendering;
import org.symbolon.dicom.image.RenderingOptions;

/** Whole Part 10 files, first and last frame rendered with everything on. */
public final class ImageFileFuzz {
    private static final ImageLimits LIMITS = new ImageLimits(1 << 18, 10_000);
    private static final RenderingOptions OPTIONS = RenderingOptions.defaults()
            .withPixels(RenderingOptions.PixelShape.SQUARE)
            .withDepth(RenderingOptions.GreyDepth.BITS_16)
            .fitting(64, 64);

    private ImageFileFuzz() {}

    /** Jazzer calls this first, so that loading the JDK's imaging does not count as the first input's time. */
    public static void fuzzerInitialize() {
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).getRaster().setSample(0, 0, 0, 1);
        new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY).getRaster().setSample(0, 0, 0, 1);
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try {
            FrameReader reader = FrameReader.open(
                    ImageBytes.part10(offset -> {
                        int from = (int) Math.min(offset, data.length);
                        return new ByteArrayInputStream(data, from, data.length - from);
                    }),
                    LIMITS);
            Rendering.of(reader, 0, OPTIONS);
            Rendering.of(reader, reader.count() - 1, OPTIONS);
        } catch (ImageException | DicomFormatException e) {
            // Refused, as it may be.
        }
    }
}
