package org.symbolon.recordreceiver.internal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordReader;

/** Posts the records of one {@code hl7snd} command, one after another over one connection. One thread. */
public final class Sender {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);
    private static final long MAX_FILE_BYTES = 1L << 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SendArguments arguments;
    private final PrintStream out;
    private final HttpClient client;
    private long sent;
    private long failed;

    /** @param out one line for each record, and a summary */
    public Sender(SendArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .sslContext(Objects.requireNonNull(arguments.tls().tls(), "TLS is required")
                        .sslContext())
                .build();
    }

    /**
     * Whether every record was stored.
     *
     * @throws IOException if the receiver cannot be reached, or a file cannot be read
     */
    public boolean send() throws IOException {
        long start = System.nanoTime();
        try (Stream<Path> files = Files.walk(arguments.input())) {
            Iterator<Path> sorted = files.filter(Files::isRegularFile).sorted().iterator();
            while (sorted.hasNext()) {
                send(sorted.next());
            }
        } finally {
            out.printf("%d records stored, %d not, in %.1f s%n", sent, failed, (System.nanoTime() - start) / 1e9);
        }
        return failed == 0;
    }

    private void send(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            failed++;
            out.println("Not sent, longer than 1 GB: " + file);
            return;
        }
        byte[] content = Files.readAllBytes(file);
        Optional<RecordFormat> format = RecordReader.detect(content);
        if (format.isEmpty()) {
            failed++;
            out.println("Not sent, neither HL7 v2, CDA, HL7 v3 nor FHIR: " + file);
            return;
        }
        HttpResponse<byte[]> response = post(content, format.get());
        JsonNode answer = answer(response.body());
        if (response.statusCode() == 200 || response.statusCode() == 201) {
            sent++;
            out.println(answer.path("outcome").asText() + " "
                    + answer.path("documentId").asText() + ": " + file);
        } else {
            failed++;
            out.println("Refused with HTTP status " + response.statusCode() + " "
                    + answer.path("code").asText() + ", "
                    + answer.path("message").asText() + ": " + file);
        }
    }

    private HttpResponse<byte[]> post(byte[] content, RecordFormat format) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(arguments.url())
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", format.mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the receiver");
        }
    }

    private static JsonNode answer(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new SymbolonException(
                    ErrorCode.PROTOCOL_VIOLATION, "The receiver's answer is not the JSON of a data centre", e);
        }
    }
}
