package org.symbolon.portal.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.Rendering;
import org.symbolon.dicom.image.RenderingOptions;
import org.symbolon.dicom.image.VoiWindow;
import org.symbolon.dicomweb.FrameRenderer;
import org.symbolon.dicomweb.InstanceBytes;
import org.symbolon.dicomweb.RenderRequest;
import org.symbolon.dicomweb.StoredFrames;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Frames through the decoders of dicom-image. Thread-safe. */
public final class ImageFrames implements FrameRenderer {

    /** Anything that the decoders do. */
    private interface Decoding<T> {
        T run() throws IOException;
    }

    @Override
    public StoredFrames frames(InstanceBytes instance) throws IOException {
        FrameReader reader = open(instance);
        int count = translated(reader::count);
        return new StoredFrames() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public InputStream open(int frameNumber) throws IOException {
                return translated(() -> reader.open(frameNumber - 1));
            }
        };
    }

    @Override
    public void render(InstanceBytes instance, RenderRequest request, OutputStream out) throws IOException {
        FrameReader reader = open(instance);
        Rendering rendering = translated(() -> Rendering.of(reader, request.frameNumber() - 1, options(request)));
        switch (request.format()) {
            case PNG -> rendering.writePng(out);
            case JPEG -> rendering.writeJpeg(out);
        }
    }

    private static FrameReader open(InstanceBytes instance) throws IOException {
        return translated(() -> FrameReader.open(ImageBytes.part10(instance::open), ImageLimits.defaults()));
    }

    private static RenderingOptions options(RenderRequest request) {
        RenderingOptions options = RenderingOptions.defaults();
        if (request.window().isPresent()) {
            RenderRequest.Window window = request.window().get();
            options = options.withWindow(new VoiWindow(
                    window.center(),
                    window.width(),
                    VoiWindow.Shape.valueOf(window.shape().name())));
        }
        return request.viewport().isPresent()
                ? options.fitting(
                        request.viewport().get().width(),
                        request.viewport().get().height())
                : options;
    }

    private static <T> T translated(Decoding<T> decoding) throws IOException {
        try {
            return decoding.run();
        } catch (ImageException e) {
            throw new SymbolonException(code(e.problem()), "An image cannot be read: " + e.problem(), e);
        } catch (DicomFormatException e) {
            throw new SymbolonException(code(e.problem()), "A stored object cannot be read", e);
        }
    }

    private static ErrorCode code(ImageException.Problem problem) {
        return switch (problem) {
            case NO_PIXELS, NO_SUCH_FRAME -> ErrorCode.NOT_FOUND;
            case UNSUPPORTED -> ErrorCode.UNSUPPORTED_FORMAT;
            case CORRUPT -> ErrorCode.CORRUPT;
            case TRUNCATED -> ErrorCode.TRUNCATED;
            case LIMIT_EXCEEDED -> ErrorCode.LIMIT_EXCEEDED;
        };
    }

    private static ErrorCode code(DicomProblem problem) {
        return switch (problem) {
            case EMPTY -> ErrorCode.EMPTY_FILE;
            case NONCONFORMANT, RETIRED -> ErrorCode.CORRUPT;
            default -> ErrorCode.valueOf(problem.name());
        };
    }
}
