package org.symbolon.dicomweb;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.symbolon.dicom.image.ImageLimits;

/** The resources on a free port of the loopback interface, and a client for them. */
final class WebServer implements AutoCloseable {
    static final String BASE = "/dicomweb";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Javalin server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    WebServer(DicomWebSource source, DicomWebOptions options) {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    DicomWebRoutes.register(
                            config.routes, BASE, source, new ImageFrames(ImageLimits.defaults()), options);
                })
                .start("127.0.0.1", 0);
    }

    /** Gets a path below the base; the Accept header is left out if it is empty. */
    HttpResponse<byte[]> get(String path, String accept) throws IOException, InterruptedException {
        return getUrl("http://127.0.0.1:" + server.port() + BASE + path, accept);
    }

    HttpResponse<byte[]> getUrl(String url, String accept) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop();
    }
}
