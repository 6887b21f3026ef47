package org.symbolon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class WebServerTest {
    private final PageFrame frame = new PageFrame("Test", "", List.of(new NavigationLink("/", "Home")));
    private final Assets assets = Assets.of(PageFrame.class, "test", List.of("frame.css"));
    private WebServer server = start();

    @BeforeEach
    void listens() {
        assertThat(server.address().getPort()).isPositive();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebServer start() {
        try {
            return WebServer.start(
                    WebServerOptions.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), frame, routes -> {
                        frame.register(routes);
                        assets.register(routes);
                        routes.get(
                                "/",
                                context -> frame.show(
                                        context,
                                        new Page(
                                                "<Start>",
                                                "/",
                                                List.of(),
                                                List.of(),
                                                "",
                                                out -> out.writeContent("<p>body"))));
                        routes.get("/failing", context -> {
                            throw new IllegalStateException("a secret of ours");
                        });
                        routes.get("/away", context -> {
                            throw new IOException("a secret of the cluster");
                        });
                        routes.get("/missing", context -> {
                            throw new SymbolonException(ErrorCode.NOT_FOUND, "not here");
                        });
                        routes.post("/take", context -> context.result(Integer.toString(context.bodyAsBytes().length)));
                    });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyAnswerHasThePolicy() throws IOException {
        for (String path : List.of("/", "/failing", "/nowhere", assets.url("frame.css"))) {
            assertThat(get(path, "localhost"))
                    .contains("Content-Security-Policy: default-src 'self';")
                    .contains("X-Content-Type-Options: nosniff")
                    .doesNotContain("Server:");
        }
    }

    @Test
    void pageIsFramedAndItsTitleEscaped() throws IOException {
        assertThat(get("/", "localhost"))
                .startsWith("HTTP/1.1 200")
                .contains("<title>&lt;Start&gt; · Test</title>", "<p>body", "aria-current=\"page\">Home")
                .doesNotContain("<script>", "style=");
    }

    @Test
    void errorsArePagesThatTellNothing() throws IOException {
        assertThat(get("/failing", "localhost")).startsWith("HTTP/1.1 500").doesNotContain("secret");
        assertThat(get("/away", "localhost")).startsWith("HTTP/1.1 503").doesNotContain("secret");
        assertThat(get("/missing", "localhost")).startsWith("HTTP/1.1 404").contains("Not Found", "<main");
        assertThat(get("/nowhere", "localhost")).startsWith("HTTP/1.1 404");
    }

    @Test
    void assetsMayBeKeptForEver() throws IOException {
        assertThat(get(assets.url("frame.css"), "localhost")).contains("immutable", "Content-Type: text/css");
        assertThatThrownBy(() -> assets.url("other.css")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loopbackServerAnswersToLoopbackNamesOnly() throws IOException {
        for (String host : List.of("localhost:8080", "127.0.0.1", "[::1]:80")) {
            assertThat(get("/", host)).startsWith("HTTP/1.1 200");
        }
        assertThat(get("/", "attacker.example")).startsWith("HTTP/1.1 421");
    }

    @Test
    void bodiesEndAtTheLimit() throws IOException {
        int limit = (int) WebServerOptions.at(server.address()).maxRequestBytes();
        assertThat(post(limit)).startsWith("HTTP/1.1 200");
        assertThat(post(limit + 1)).startsWith("HTTP/1.1 413");
    }

    private String get(String path, String host) throws IOException {
        return exchange(
                "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    }

    private String post(int bytes) throws IOException {
        return exchange("POST /take HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + bytes
                + "\r\n\r\n" + "x".repeat(bytes));
    }

    private String exchange(String request) throws IOException {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
