package org.symbolon.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.util.JavalinBindException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.model.SymbolonException;

/**
 * A web server with limits, security headers and error pages. The caller adds its routes and closes it; requests under way
 * get a moment to end. Thread-safe.
 */
public final class WebServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MIN_THREADS = 4;
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final long STOP_TIMEOUT_MILLIS = 5_000;

    private final Javalin javalin;
    private final InetSocketAddress address;

    private WebServer(Javalin javalin, InetSocketAddress address) {
        this.javalin = javalin;
        this.address = address;
    }

    /**
     * Listens when it returns.
     *
     * @param frame draws the error pages
     * @throws IOException where the address is taken or not this machine's
     */
    public static WebServer start(WebServerOptions options, PageFrame frame, Consumer<JavalinDefaultRoutingApi> routes)
            throws IOException {
        InetAddress host = options.address().getAddress();
        if (host == null) {
            throw new IOException("The web server's address is unknown");
        }
        Javalin javalin = Javalin.create(config -> configure(config, options, frame, routes));
        try {
            javalin.start(host.getHostAddress(), options.address().getPort());
        } catch (JavalinBindException e) {
            throw new IOException(
                    "The web server cannot listen on port " + options.address().getPort(), e);
        }
        return new WebServer(javalin, new InetSocketAddress(host, javalin.port()));
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return address;
    }

    private static void configure(
            JavalinConfig config,
            WebServerOptions options,
            PageFrame frame,
            Consumer<JavalinDefaultRoutingApi> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = options.maxRequestBytes();
        config.http.prefer405over404 = true;
        QueuedThreadPool threads = new QueuedThreadPool(options.maxThreads(), MIN_THREADS);
        threads.setName("web");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> limit(http, options));
        config.jetty.modifyServer(server -> {
            server.addBean(new NetworkConnectionLimit(options.maxConnections(), server));
            server.setStopTimeout(STOP_TIMEOUT_MILLIS);
        });
        config.routes.before(SecurityHeaders::apply);
        if (options.address().getAddress().isLoopbackAddress()) {
            config.routes.before(LoopbackHosts::check);
        }
        routes.accept(config.routes);
        addErrorPages(config.routes, frame);
    }

    private static void limit(HttpConfiguration http, WebServerOptions options) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setIdleTimeout(options.idleTimeout().toMillis());
    }

    private static void addErrorPages(JavalinDefaultRoutingApi routes, PageFrame frame) {
        routes.exception(HttpResponseException.class, (e, context) -> {
            context.status(e.getStatus());
            frame.error(context, e.getStatus());
        });
        routes.exception(SymbolonException.class, (e, context) -> {
            int status = e.code().httpStatus();
            if (status >= INTERNAL_SERVER_ERROR) {
                LOG.warn("A page could not be made: {}", e.code());
            }
            frame.error(context, status);
        });
        routes.exception(IOException.class, (e, context) -> {
            LOG.warn("A page could not be made now: {}", e.getClass().getSimpleName());
            frame.error(context, SERVICE_UNAVAILABLE);
        });
        routes.exception(Exception.class, (e, context) -> {
            LOG.error("A page could not be made: {} at {}", e.getClass().getName(), place(e));
            frame.error(context, INTERNAL_SERVER_ERROR);
        });
    }

    /** Where it happened; what it says may hold a value of the request and is not logged. */
    private static String place(Exception e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
