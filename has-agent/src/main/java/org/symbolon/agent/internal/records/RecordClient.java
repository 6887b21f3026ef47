package org.symbolon.agent.internal.records;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.crosswalk.ObjectKey;

/**
 * Speaks HTTPS with the data centre's receiver of textual records. Whatever happens, a call ends within its time, and an answer
 * takes no more memory than was said. Thread-safe; connections are kept and shared.
 */
public final class RecordClient {
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_MESSAGE_BYTES = 64 << 10;
    /** The slowest line on which a record still goes through. */
    private static final long MIN_BYTES_PER_SECOND = 32 << 10;

    private final RecordCentre centre;
    private final HttpClient http;

    public RecordClient(RecordCentre centre) {
        this.centre = centre;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(centre.connectTimeout());
        if (centre.tls() != null) {
            builder.sslContext(centre.tls());
        }
        this.http = builder.build();
    }

    /** The status and the body of an answer. */
    public static final class Answer {
        private final int status;
        private final byte[] body;

        Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        /** Not a copy. */
        public byte[] body() {
            return body;
        }

        @Override
        public String toString() {
            return "[answer " + status + "]";
        }
    }

    /** The answer is longer than any that was asked for. */
    static final class OversizedAnswerException extends IOException {
        private static final long serialVersionUID = 1;

        OversizedAnswerException() {
            super("The answer is longer than it may be");
        }
    }

    /** Sends a staged record. Sending it again changes nothing, so a connection that was found dead is tried once more. */
    Answer post(OutboxObject record, Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri("/records"))
                .header("Content-Type", record.context().transferSyntaxUid())
                .header("Symbolon-Document-Id", record.key().documentId())
                .POST(BodyPublishers.ofFile(file))
                .build();
        Duration timeout = timeFor(record.dataSetLength());
        try {
            return exchange(request, MAX_MESSAGE_BYTES, timeout);
        } catch (IOException e) {
            if (!mayHaveBeenSent(e) || e instanceof HttpTimeoutException || e instanceof OversizedAnswerException) {
                throw e;
            }
            return exchange(request, MAX_MESSAGE_BYTES, timeout);
        }
    }

    /** Asks for a record by its own identifier and digest. */
    public Answer get(ObjectKey key) throws IOException {
        int limit = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * centre.maxBytes());
        HttpRequest request = HttpRequest.newBuilder(path(key)).GET().build();
        return exchange(request, limit, timeFor(limit));
    }

    /** Whether anybody answers, with short timeouts. Empty: yes; else why not, for a person. */
    public String probe() {
        ObjectKey nothing = ObjectKey.document("0".repeat(32), "0".repeat(64));
        try {
            exchange(HttpRequest.newBuilder(path(nothing)).GET().build(), MAX_MESSAGE_BYTES, PROBE_TIMEOUT);
            return "";
        } catch (IOException e) {
            return explain(e);
        }
    }

    private URI path(ObjectKey key) {
        return uri("/records/" + key.documentId() + "?sha256=" + key.dataSetSha256());
    }

    private URI uri(String path) {
        String host = centre.host().contains(":") ? "[" + centre.host() + "]" : centre.host();
        return URI.create((centre.tls() == null ? "http" : "https") + "://" + host + ":" + centre.port() + path);
    }

    private Duration timeFor(long bytes) {
        return centre.responseTimeout().plusSeconds(bytes / MIN_BYTES_PER_SECOND);
    }

    private Answer exchange(HttpRequest request, int maxBodyBytes, Duration timeout) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, information -> new BoundedBody(maxBodyBytes));
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("The data centre did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the data centre was waited for");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("The exchange with the data centre failed", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** False: there was no connection at all. */
    static boolean mayHaveBeenSent(IOException e) {
        return !(e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e instanceof SSLHandshakeException);
    }

    /** Why an exchange failed, for a person and the log: the kind alone, as messages of the JDK may hold names. */
    public static String explain(IOException e) {
        return (mayHaveBeenSent(e) ? "BROKEN_OFF" : "UNREACHABLE") + ": "
                + e.getClass().getSimpleName();
    }
}
