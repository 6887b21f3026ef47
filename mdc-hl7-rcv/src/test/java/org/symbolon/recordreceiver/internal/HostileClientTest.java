package org.symbolon.recordreceiver.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.recordreceiver.internal.RawClient.head;
import static org.symbolon.recordreceiver.internal.RawClient.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.recordreceiver.RecordReceiverOptions;
import org.symbolon.recordreceiver.TestStores;

/** The port against clients that are broken, slow, huge or hostile. */
@Timeout(60)
class HostileClientTest {
    private static final int MAX_RECORD = 256 << 10;
    private static final int MAX_CONNECTIONS = 12;
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    @TempDir
    static Path folder = Path.of("");

    private static TestStores stores;

    private final MemoryOperations operations = new MemoryOperations();

    @SuppressWarnings("NullAway.Init")
    private HttpListener listener;

    @BeforeAll
    static void makeStores() throws Exception {
        stores = TestStores.create(folder);
    }

    @BeforeEach
    void listen() throws IOException {
        RecordReceiverOptions options = new RecordReceiverOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                MAX_RECORD,
                2,
                MAX_CONNECTIONS,
                PATIENCE,
                PATIENCE);
        listener = HttpListener.start(options, stores.tls("server").sslContext(), operations);
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private RawClient client() throws IOException {
        return client("client");
    }

    private RawClient client(String who) throws IOException {
        return new RawClient(stores.tls(who).sslContext(), listener.address());
    }

    /** Nobody holds anything, and a well-behaved client is served. */
    private void assertUnharmed() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (listener.freeBytes() < 2 * MAX_RECORD && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(listener.freeBytes()).isEqualTo(2 * MAX_RECORD);
        try (RawClient good = client()) {
            good.send(post(4, "Symbolon-Document-Id: good")).send("good");
            assertThat(good.response()).startsWith("HTTP/1.1 201");
        }
        assertThat(operations.stored.keySet()).containsExactly("good");
    }

    @Test
    void storesAndGivesBackOverOneConnection() throws IOException {
        byte[] largest = new byte[MAX_RECORD];
        largest[MAX_RECORD - 1] = 'x';
        try (RawClient client = client()) {
            client.send(post(MAX_RECORD, "Symbolon-Document-Id: a")).send(largest);
            assertThat(client.response()).startsWith("HTTP/1.1 201").contains("\"outcome\":\"STORED\"");
            client.send(head("GET /records/a?sha256=" + Sha256.hex(largest)));
            assertThat(client.response())
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("symbolon-sha256: " + Sha256.hex(largest))
                    .endsWith("\0\0x");
            client.send(head("GET /records/b"));
            assertThat(client.response()).startsWith("HTTP/1.1 404").contains("\"code\":\"NOT_FOUND\"");
        }
        assertThat(operations.stored.get("a")).isEqualTo(largest);
    }

    @Test
    void requestsThatComeTogetherAreAnsweredInTheirOrder() throws IOException {
        try (RawClient client = client()) {
            String request = post(2, "Symbolon-Document-Id: ");
            client.send(request.replace("Id: ", "Id: a") + "aa" + request.replace("Id: ", "Id: b") + "bb"
                    + head("GET /records/a") + head("GET /records/b"));
            assertThat(client.response()).startsWith("HTTP/1.1 201");
            assertThat(client.response()).startsWith("HTTP/1.1 201");
            assertThat(client.response()).endsWith("aa");
            assertThat(client.response()).endsWith("bb");
        }
    }

    @Test
    void bodyInChunksAndAfterContinueIsTaken() throws IOException {
        try (RawClient client = client()) {
            client.send(head(
                    "POST /records",
                    "Content-Type: application/fhir+json; charset=utf-8",
                    "Transfer-Encoding: chunked",
                    "Symbolon-Document-Id: c",
                    "Expect: 100-continue"));
            assertThat(client.response()).startsWith("HTTP/1.1 100");
            client.send("2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n");
            assertThat(client.response()).startsWith("HTTP/1.1 201");
        }
        assertThat(operations.stored.get("c")).asString().isEqualTo("abcde");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /record, application/hl7-v2, X: y, 404, NOT_FOUND",
        "POST /records/../x, application/hl7-v2, X: y, 404, NOT_FOUND",
        "PUT /records, application/hl7-v2, X: y, 405, USAGE",
        "DELETE /records/a, application/hl7-v2, X: y, 405, USAGE",
        "POST /records, text/html, X: y, 415, UNSUPPORTED_FORMAT",
        "POST /records, '', X: y, 415, UNSUPPORTED_FORMAT",
        "POST /records, application/hl7-v2, Content-Encoding: gzip, 415, UNSUPPORTED_FORMAT",
        "POST /records, application/hl7-v2, Symbolon-Document-Id: ../../etc, 400, USAGE",
    })
    void refusesByTheHead(String line, String type, String header, int status, String code) throws Exception {
        try (RawClient client = client()) {
            client.send(head(line, "Content-Type: " + type, "Content-Length: 3", header))
                    .send("abc");
            assertThat(client.response())
                    .startsWith("HTTP/1.1 " + status)
                    .contains("\"code\":\"" + code + "\"")
                    .containsIgnoringCase("connection: close");
            assertThat(client.isClosed()).isTrue();
        }
        assertUnharmed();
    }

    @ParameterizedTest
    @CsvSource({"corrupt, 400, CORRUPT", "away, 503, OUT_OF_RESOURCES", "defect, 500, INTERNAL"})
    void failureIsAnsweredAndTheConnectionStays(String id, int status, String code) throws Exception {
        try (RawClient client = client()) {
            client.send(post(1, "Symbolon-Document-Id: " + id)).send("x");
            assertThat(client.response())
                    .startsWith("HTTP/1.1 " + status)
                    .contains("\"code\":\"" + code + "\"")
                    .doesNotContain("secret");
            client.send(post(1, "Symbolon-Document-Id: good")).send("x");
            assertThat(client.response()).startsWith("HTTP/1.1 201");
        }
        assertUnharmed();
    }

    @Test
    void bodyOneByteTooLongIsRefusedBeforeItIsSent() throws Exception {
        try (RawClient client = client()) {
            client.send(post(MAX_RECORD + 1, "Expect: 100-continue"));
            assertThat(client.response()).startsWith("HTTP/1.1 413").contains("\"code\":\"LIMIT_EXCEEDED\"");
        }
        assertUnharmed();
    }

    @Test
    void endlessBodyIsCutAtTheLimit() throws Exception {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        long sent = 0;
        try (RawClient client = client()) {
            client.send(head("POST /records", "Content-Type: application/hl7-v2", "Transfer-Encoding: chunked"));
            CompletableFuture<String> response = CompletableFuture.supplyAsync(() -> {
                try {
                    return client.response();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (System.nanoTime() < end) {
                client.send(chunk);
                sent += chunk.length();
            }
            assertThat(response).isCompletedWithValueMatching(text -> text.startsWith("HTTP/1.1 413"));
        } catch (IOException e) {
            assertThat(sent).as("cut after it was answered").isGreaterThan(MAX_RECORD);
        }
        assertUnharmed();
    }

    @Test
    void bodyThatDripsIsRefusedInTime() throws Exception {
        try (RawClient client = client()) {
            client.send(post(1_000));
            long start = System.nanoTime();
            CompletableFuture<String> response = CompletableFuture.supplyAsync(() -> {
                try {
                    return client.response();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (!response.isDone()) {
                client.send("x");
                Thread.sleep(50);
            }
            assertThat(response.get()).startsWith("HTTP/1.1 408").contains("\"code\":\"PROTOCOL_VIOLATION\"");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.plusSeconds(3));
        }
        assertUnharmed();
    }

    @Test
    void headThatDripsIsCutInTime() throws Exception {
        try (RawClient client = client()) {
            long start = System.nanoTime();
            String head = "POST /records HTTP/1.1\r\nX-A: ";
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            client.send(head.substring(i % head.length(), i % head.length() + 1));
                            Thread.sleep(20);
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.plusSeconds(5));
        }
        assertUnharmed();
    }

    @Test
    void halfABodyStoresNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (RawClient client = client()) {
                client.send(post(1_000)).send("x".repeat(500));
            }
        }
        try (RawClient client = client()) {
            client.send(head("POST /records", "Content-Type: application/hl7-v2", "Transfer-Encoding: chunked"))
                    .send("5\r\nabcde\r\n");
        }
        assertUnharmed();
    }

    @ParameterizedTest
    @CsvSource({
        "'garbage without end of line and more of it\r\n\r\n', 400",
        "'POST /records HTTP/1.1\r\nContent-Length: -5\r\n\r\n', 400",
        "'POST /records HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n', 400",
        "'POST /records HTTP/1.1\r\nBad Header : x\r\n\r\n', 400",
        "'POST /records HTTP/1.1\r\nContent-Type: application/hl7-v2\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400",
    })
    void brokenHttpIsRefused(String text, int status) throws Exception {
        try (RawClient client = client()) {
            client.send(text);
            assertThat(client.response()).startsWith("HTTP/1.1 " + status);
            assertThat(client.isClosed()).isTrue();
        }
        assertUnharmed();
    }

    @Test
    void headersHaveALimit() throws Exception {
        try (RawClient client = client()) {
            client.send(head("POST /records", "X-Long: " + "x".repeat(9_000)));
            assertThat(client.response()).startsWith("HTTP/1.1 431");
        }
        try (RawClient client = client()) {
            client.send(head("GET /records/" + "x".repeat(3_000)));
            assertThat(client.response()).startsWith("HTTP/1.1 431");
        }
        assertUnharmed();
    }

    @Test
    void certificateDecidesWhoIsServed() throws Exception {
        try (RawClient client = client("stranger")) {
            client.send(post(3)).send("abc");
            assertThat(client.response()).startsWith("HTTP/1.1 403").contains("\"code\":\"NOT_AUTHORISED\"");
        }
        assertThatThrownBy(() -> {
                    try (RawClient client = client("outsider")) {
                        client.send(post(3)).send("abc").response();
                    }
                })
                .isInstanceOf(IOException.class);
        try (Socket plain =
                new Socket(listener.address().getAddress(), listener.address().getPort())) {
            plain.getOutputStream().write("POST /records HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            plain.setSoTimeout(10_000);
            assertThat(plain.getInputStream().readAllBytes().length)
                    .as("at most a TLS alert")
                    .isLessThan(20);
        }
        assertUnharmed();
    }

    @Test
    void manyConnectionsAreCutAndThoseThatAreThereStay() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try (RawClient first = client()) {
            for (int i = 0; i < 3 * MAX_CONNECTIONS; i++) {
                silent.add(new Socket(
                        listener.address().getAddress(), listener.address().getPort()));
            }
            first.send(post(1, "Symbolon-Document-Id: good")).send("x");
            assertThat(first.response()).startsWith("HTTP/1.1 201");
            assertThat(listener.connections()).isLessThanOrEqualTo(MAX_CONNECTIONS);
            for (Socket each : silent) {
                each.setSoTimeout(10_000);
                assertThat(each.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
        assertUnharmed();
    }

    @Test
    void bodiesOfManyClientsNeverHoldMoreThanTheBudget() throws Exception {
        operations.storeMillis = 100;
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(client().send(post(MAX_RECORD, "Symbolon-Document-Id: good")));
        }
        byte[] body = new byte[MAX_RECORD];
        List<CompletableFuture<String>> responses = new ArrayList<>();
        for (RawClient client : clients) {
            responses.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return client.send(body).response();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    command -> new Thread(command).start()));
        }
        for (CompletableFuture<String> response : responses) {
            assertThat(response.get()).startsWith("HTTP/1.1 201");
        }
        for (RawClient client : clients) {
            client.close();
        }
        assertThat(operations.mostAtOnce.get()).isBetween(1, 2);
        assertUnharmed();
    }

    @Test
    void slowClientsDoNotKeepOthersOutForLong() throws Exception {
        List<RawClient> slow = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            slow.add(client().send(post(MAX_RECORD)).send("x"));
        }
        List<String> answers = new ArrayList<>();
        for (RawClient client : slow) {
            answers.add(client.response().substring(9, 12));
            client.close();
        }
        assertThat(answers).isSubsetOf("408", "503").contains("408");
        assertUnharmed();
    }

    @Test
    void whatArrivedWholeIsStoredAndAnsweredWhenTheDataCentreStops() throws Exception {
        operations.storeMillis = 1_000;
        try (RawClient client = client()) {
            client.send(post(1, "Symbolon-Document-Id: last")).send("x");
            while (operations.atOnce.get() == 0) {
                Thread.sleep(10);
            }
            listener.close();
            assertThat(client.response()).startsWith("HTTP/1.1 201");
        }
        assertThat(operations.stored).containsKey("last");
    }
}
