package org.symbolon.dicomweb;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Function;

/** Puts the DICOMweb resources of PS3.18 10.4 and 10.6 under a path of a server. */
public final class DicomWebRoutes {
    private DicomWebRoutes() {}

    /** One source for everybody. The base path begins with a slash and does not end with one ({@code /dicomweb}). */
    public static void register(
            JavalinDefaultRoutingApi routes,
            String basePath,
            DicomWebSource source,
            FrameRenderer renderer,
            DicomWebOptions options) {
        register(routes, basePath, context -> source, renderer, options);
    }

    /** The source depends on who asks; the function may throw SymbolonException NOT_AUTHORISED. */
    public static void register(
            JavalinDefaultRoutingApi routes,
            String basePath,
            Function<Context, DicomWebSource> sourceOf,
            FrameRenderer renderer,
            DicomWebOptions options) {
        if (!basePath.startsWith("/") || basePath.endsWith("/")) {
            throw new IllegalArgumentException("A base path begins with a slash and does not end with one");
        }
    }
}
