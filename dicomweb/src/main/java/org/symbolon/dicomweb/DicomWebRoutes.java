package org.symbolon.dicomweb;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Function;
import org.symbolon.dicomweb.internal.BulkDataHandler;
import org.symbolon.dicomweb.internal.ErrorAnswers;
import org.symbolon.dicomweb.internal.FrameHandler;
import org.symbolon.dicomweb.internal.InstanceHandler;
import org.symbolon.dicomweb.internal.MetadataHandler;
import org.symbolon.dicomweb.internal.RenderedHandler;
import org.symbolon.dicomweb.internal.ResourceHandler;
import org.symbolon.dicomweb.internal.SearchHandler;
import org.symbolon.dicomweb.internal.WebRequest;

/**
 * Puts the DICOMweb resources of PS3.18 10.4 (retrieve) and 10.6 (search) under a path of a server. Every error is answered
 * with its HTTP status and {@code {"code":..., "message":...}}; none repeats a value of the request or of a record.
 */
public final class DicomWebRoutes {
    private static final String STUDY = "/studies/{study}";
    private static final String SERIES = STUDY + "/series/{series}";
    private static final String INSTANCE = SERIES + "/instances/{instance}";

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
        Registration add = (path, handler) -> routes.get(
                basePath + path,
                context -> ErrorAnswers.around(
                        context,
                        () -> handler.answer(new WebRequest(context, basePath, sourceOf.apply(context), options))));
        searches(add);
        retrievals(add, renderer);
    }

    @FunctionalInterface
    private interface Registration {
        void add(String path, ResourceHandler handler);
    }

    private static void searches(Registration routes) {
        routes.add("/studies", new SearchHandler(QidoLevel.STUDY));
        routes.add("/series", new SearchHandler(QidoLevel.SERIES));
        routes.add("/instances", new SearchHandler(QidoLevel.INSTANCE));
        routes.add(STUDY + "/series", new SearchHandler(QidoLevel.SERIES));
        routes.add(STUDY + "/instances", new SearchHandler(QidoLevel.INSTANCE));
        routes.add(SERIES + "/instances", new SearchHandler(QidoLevel.INSTANCE));
    }

    private static void retrievals(Registration routes, FrameRenderer renderer) {
        for (String path : new String[] {STUDY, SERIES, INSTANCE}) {
            routes.add(path, new InstanceHandler());
            routes.add(path + "/metadata", new MetadataHandler());
        }
        routes.add(INSTANCE + "/rendered", new RenderedHandler(renderer));
        routes.add(INSTANCE + "/frames/{frames}", new FrameHandler(renderer));
        routes.add(INSTANCE + "/frames/{frames}/rendered", new RenderedHandler(renderer));
        routes.add(INSTANCE + "/bulkdata/<path>", new BulkDataHandler(renderer));
    }
}
