package org.symbolon.dicomweb.internal;

import java.util.Locale;
import java.util.Optional;
import org.symbolon.dicomweb.RenderRequest;
import org.symbolon.dicomweb.RenderRequest.Format;
import org.symbolon.dicomweb.RenderRequest.Shape;
import org.symbolon.dicomweb.RenderRequest.Viewport;
import org.symbolon.dicomweb.RenderRequest.Window;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** {@code window} and {@code viewport} (PS3.18 8.3.5.1.3 and 8.3.5.1.4). */
record RenderingParameters(Optional<Window> window, Optional<Viewport> viewport) {
    static RenderingParameters read(WebRequest request) {
        String window = request.context().queryParam("window");
        String viewport = request.context().queryParam("viewport");
        return new RenderingParameters(
                window == null ? Optional.empty() : Optional.of(window(window)),
                viewport == null
                        ? Optional.empty()
                        : Optional.of(viewport(viewport, request.options().maxViewportPixels())));
    }

    RenderRequest request(int frameNumber, Format format) {
        return new RenderRequest(frameNumber, format, window, viewport);
    }

    private static Window window(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw WebRequest.usage("window is centre, width and function (PS3.18 8.3.5.1.4)");
        }
        double width = decimal(parts[1]);
        if (width <= 0) {
            throw WebRequest.usage("A window has a width above zero");
        }
        return new Window(decimal(parts[0]), width, parts.length == 2 ? Shape.LINEAR : shape(parts[2]));
    }

    private static Shape shape(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "linear" -> Shape.LINEAR;
            case "linear-exact" -> Shape.LINEAR_EXACT;
            case "sigmoid" -> Shape.SIGMOID;
            default -> throw WebRequest.usage("The function of a window is linear, linear-exact or sigmoid");
        };
    }

    /** Source rectangles, which may follow, are not supported. */
    private static Viewport viewport(String text, int maxPixels) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw WebRequest.usage("viewport is a width and a height; other parts of it are not supported");
        }
        int width = WebRequest.number(parts[0], 1);
        int height = WebRequest.number(parts[1], 1);
        if ((long) width * height > maxPixels) {
            throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A viewport larger than the limit allows");
        }
        return new Viewport(width, height);
    }

    private static double decimal(String text) {
        String trimmed = text.strip();
        try {
            double value = trimmed.length() > 32 ? Double.NaN : Double.parseDouble(trimmed);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new SymbolonException(ErrorCode.USAGE, "A window's centre and width are numbers", e);
        }
        throw WebRequest.usage("A window's centre and width are finite numbers");
    }
}
