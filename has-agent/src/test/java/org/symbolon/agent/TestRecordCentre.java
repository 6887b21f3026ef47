package org.symbolon.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.folder.FileDigest;

/** A data centre's receiver of textual records, kept in memory, that says what the test has scripted for it first. */
final class TestRecordCentre implements AutoCloseable {
    private static final int MAX_STORED = 100_000;

    /** What it does with a request before it begins to behave. */
    enum Script {
        /** Answers 503. */
        BUSY,
        /** Stores the record, then goes away without an answer. */
        GOES_AWAY,
        /** Names another digest. */
        OTHER_DIGEST,
        /** Answers 422 with a code of ours. */
        REFUSES,
        /** Answers 404 as another server would. */
        NOT_ITS_KIND,
        /** Answers 403, NOT_AUTHORISED. */
        STRANGER,
        /** Sends more than any answer may have. */
        FLOODS
    }

    /** A record as it came. */
    record Stored(String documentId, String mediaType, String text) {}

    private final @Nullable SSLContext tls;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();
    private final Queue<Script> script = new ConcurrentLinkedQueue<>();
    private final AtomicInteger posts = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private @Nullable HttpServer server;
    private volatile @Nullable Script always;
    private int port;

    private TestRecordCentre(@Nullable SSLContext tls) {
        this.tls = tls;
    }

    static TestRecordCentre start(@Nullable SSLContext tls) throws IOException {
        TestRecordCentre centre = new TestRecordCentre(tls);
        centre.up();
        return centre;
    }

    void up() throws IOException {
        // with TLS on every address, so that it can be found under names that its certificate does not hold
        HttpServer started = tls == null
                ? HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0)
                : secure(tls, new InetSocketAddress(port));
        started.createContext("/records", this::handle);
        started.setExecutor(threads);
        started.start();
        server = started;
        port = started.getAddress().getPort();
    }

    private static HttpServer secure(SSLContext context, InetSocketAddress address) throws IOException {
        HttpsServer secured = HttpsServer.create(address, 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return secured;
    }

    void down() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    int port() {
        return port;
    }

    /** How often a record was sent. */
    int posts() {
        return posts.get();
    }

    Map<String, Stored> stored() {
        return stored;
    }

    /** For the next requests, one each. */
    void next(Script... behaviour) {
        script.addAll(List.of(behaviour));
    }

    /** For all requests from now on; null: behaves. */
    void always(@Nullable Script behaviour) {
        always = behaviour;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("GET")) {
                get(exchange);
            } else {
                posts.incrementAndGet();
                post(exchange, body);
            }
        }
    }

    private void post(HttpExchange exchange, byte[] body) throws IOException {
        Script next = script.poll();
        Script behaviour = next == null ? always : next;
        String digest = HexFormat.of().formatHex(FileDigest.newSha256().digest(body));
        if (behaviour == Script.BUSY) {
            answer(exchange, 503, "{\"code\":\"OUT_OF_RESOURCES\"}");
        } else if (behaviour == Script.REFUSES) {
            answer(exchange, 422, "{\"code\":\"IDENTITY_AT_RISK\",\"message\":\"no\"}");
        } else if (behaviour == Script.NOT_ITS_KIND) {
            answer(exchange, 404, "<html>not here</html>");
        } else if (behaviour == Script.STRANGER) {
            answer(exchange, 403, "{\"code\":\"NOT_AUTHORISED\"}");
        } else if (behaviour == Script.FLOODS) {
            answer(exchange, 201, "x".repeat(200_000));
        } else {
            boolean known = stored.containsKey(digest);
            String id = exchange.getRequestHeaders().getFirst("Symbolon-Document-Id");
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (stored.size() < MAX_STORED) {
                stored.put(digest, new Stored(id, type, new String(body, StandardCharsets.ISO_8859_1)));
            }
            if (behaviour != Script.GOES_AWAY) {
                String named = behaviour == Script.OTHER_DIGEST ? "0".repeat(64) : digest;
                answer(
                        exchange,
                        known ? 200 : 201,
                        "{\"documentId\":\"" + id + "\",\"sha256\":\"" + named + "\",\"outcome\":\"STORED\"}");
            }
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        String digest = exchange.getRequestURI().getQuery().replace("sha256=", "");
        String id = exchange.getRequestURI().getPath().replace("/records/", "");
        Stored found = stored.get(digest);
        if (found == null || !found.documentId().equals(id)) {
            answer(exchange, 404, "{\"code\":\"NOT_FOUND\"}");
        } else {
            answer(exchange, 200, found.text());
        }
    }

    private static void answer(HttpExchange exchange, int status, String latin1) throws IOException {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        down();
        threads.shutdownNow();
    }
}
