package org.symbolon.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.Rendering;
import org.symbolon.dicom.image.RenderingOptions;
import org.symbolon.dicom.image.VoiWindow;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Frames of DICOMweb resources, read and rendered by dicom-image. */
final class ImageFrames implements FrameRenderer {
    private final ImageLimits limits;

    ImageFrames(ImageLimits limits) {
        this.limits = limits;
    }

    @Override
    public StoredFrames frames(InstanceBytes instance) throws IOException {
        try {
            return new Stored(FrameReader.open(ImageBytes.part10(instance::open), limits));
        } catch (ImageException e) {
            throw translated(e);
        }
    }

    @Override
    public void render(InstanceBytes instance, RenderRequest request, OutputStream out) throws IOException {
        try {
            FrameReader reader = FrameReader.open(ImageBytes.part10(instance::open), limits);
            Rendering rendering = Rendering.of(reader, request.frameNumber() - 1, options(request));
            switch (request.format()) {
                case PNG -> rendering.writePng(out);
                case JPEG -> rendering.writeJpeg(out);
            }
        } catch (ImageException e) {
            throw translated(e);
        }
    }

    private static RenderingOptions options(RenderRequest request) {
        RenderingOptions options = RenderingOptions.defaults();
        if (request.window().isPresent()) {
            RenderRequest.Window window = request.window().get();
            VoiWindow.Shape shape = VoiWindow.Shape.valueOf(window.shape().name());
            options = options.withWindow(new VoiWindow(window.center(), window.width(), shape));
        }
        if (request.viewport().isPresent()) {
            RenderRequest.Viewport viewport = request.viewport().get();
            options = options.fitting(viewport.width(), viewport.height());
        }
        return options;
    }

    private static SymbolonException translated(ImageException e) {
        ErrorCode code = switch (e.problem()) {
            case NO_PIXELS, NO_SUCH_FRAME -> ErrorCode.NOT_FOUND;
            case UNSUPPORTED -> ErrorCode.UNSUPPORTED_FORMAT;
            case CORRUPT, TRUNCATED -> ErrorCode.DAMAGED;
            case LIMIT_EXCEEDED -> ErrorCode.LIMIT_EXCEEDED;
        };
        return new SymbolonException(code, String.valueOf(e.getMessage()), e);
    }

    private record Stored(FrameReader reader) implements StoredFrames {
        @Override
        public int count() {
            return reader.count();
        }

        @Override
        public InputStream open(int frameNumber) throws IOException {
            try {
                return reader.open(frameNumber - 1);
            } catch (ImageException e) {
                throw translated(e);
            }
        }
    }
}
