package org.symbolon.launcher.score;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.testkit.score.Frames;

/** Frames as the imaging room decodes them. */
final class DecodedFrames implements Frames {
    @Override
    public Frame decode(Path file, int frame) throws IOException {
        PixelFrame decoded =
                FrameReader.open(ImageBytes.of(file), ImageLimits.defaults()).decode(frame);
        long[] samples = new long[decoded.samples().size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = decoded.samples().at(i);
        }
        return new Frame(decoded.columns(), decoded.photometric().samples(), samples);
    }
}
