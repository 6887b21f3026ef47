package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.image.ImageLimits;

/** The value of Pixel Data (7FE0,0010), frame by frame. */
public interface PixelData {
    /** The frame's bytes; it is known to be one of the Number of Frames. The caller closes. */
    InputStream open(int frame) throws IOException;

    static PixelData of(PixelHeader header, ImageLimits limits) throws IOException {
        return header.encapsulated() ? EncapsulatedFrames.of(header, limits) : NativeFrames.of(header, limits);
    }
}
