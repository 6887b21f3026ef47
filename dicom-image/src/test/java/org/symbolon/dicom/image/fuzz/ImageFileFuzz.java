package org.symbolon.dicom.image.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.Rendering;
import org.symbolon.dicom.image.RenderingOptions;

/** Renders the first and the last frame of a Part 10 file. */
public final class ImageFileFuzz {
    static final ImageLimits LIMITS = new ImageLimits(1 << 18, 10_000);

    private ImageFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try {
            ImageBytes bytes = ImageBytes.part10(offset -> from(data, offset));
            FrameReader reader = FrameReader.open(bytes, LIMITS);
            int frames = reader.count();
            Rendering.of(reader, 0, RenderingOptions.defaults());
            if (frames > 1) {
                Rendering.of(reader, frames - 1, RenderingOptions.defaults().fitting(64, 64));
            }
        } catch (ImageException | DicomFormatException e) {
            if (e.getMessage() == null) {
                throw new IllegalStateException("A refusal without a reason", e);
            }
        }
    }

    private static ByteArrayInputStream from(byte[] data, long offset) {
        int start = (int) Math.min(data.length, offset);
        return new ByteArrayInputStream(data, start, data.length - start);
    }
}
