package org.symbolon.dicomweb;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Frames of images, as stored and as pictures. It stands between DICOMweb and the image decoders, which this module does
 * not know. Thread-safe.
 *
 * <p>Errors: {@code SymbolonException} with UNSUPPORTED_FORMAT where the transfer syntax or the kind of image cannot be
 * rendered, NOT_FOUND where there are no pixels or no such frame, CORRUPT, TRUNCATED, LIMIT_EXCEEDED.
 */
public interface FrameRenderer {
    /** The frames as they are stored. Nothing is held open. */
    StoredFrames frames(InstanceBytes instance) throws IOException;

    /** Writes one frame as a picture; nothing is written before the frame is decoded. Does not close the stream. */
    void render(InstanceBytes instance, RenderRequest request, OutputStream out) throws IOException;
}
