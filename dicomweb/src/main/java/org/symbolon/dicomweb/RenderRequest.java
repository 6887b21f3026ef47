package org.symbolon.dicomweb;

import java.util.Optional;

/**
 * How a frame is to be rendered (PS3.18 8.3.5).
 *
 * @param frameNumber counts from 1
 * @param window window centre and width; empty: those of the image, or its range of values
 * @param viewport the picture is scaled to fit into it, never enlarged; empty: its own size
 */
public record RenderRequest(int frameNumber, Format format, Optional<Window> window, Optional<Viewport> viewport) {
    /** The media types a rendered frame has (PS3.18 table 8.7.4-1). */
    public enum Format {
        PNG("image/png"),
        JPEG("image/jpeg");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** VOI window after the modality LUT (PS3.3 C.11.2.1.2). */
    public record Window(double center, double width, Shape shape) {}

    /** VOI LUT Function (0028,1056). */
    public enum Shape {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    /** A rectangle of the client's screen in pixels. */
    public record Viewport(int width, int height) {}
}
