package org.symbolon.agent.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.symbolon.agent.AgentStatus;
import org.symbolon.agent.ArchiveListener;
import org.symbolon.agent.ArchiveOptions;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.agent.Release;
import org.symbolon.agent.Released;
import org.symbolon.agent.RetrieveListener;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.agent.RetrieveSummary;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The asking end of the control channel. One request at a time: others wait. */
public final class ControlConnection implements AutoCloseable {
    private final LineChannel channel;

    private ControlConnection(LineChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if no agent answers for the folder */
    public static ControlConnection open(Path dataFolder) throws IOException {
        Path socket = SocketLocation.published(dataFolder);
        SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            connection.connect(UnixDomainSocketAddress.of(socket));
            return new ControlConnection(new LineChannel(connection));
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    public synchronized ArchiveSummary archive(List<Path> paths, ArchiveOptions options, ArchiveListener listener)
            throws IOException {
        ObjectNode request =
                request("archive").put("patienceMillis", options.patience().toMillis());
        ArrayNode array = request.putArray("paths");
        paths.forEach(path -> array.add(path.toAbsolutePath().normalize().toString()));
        return Messages.archiveSummary(ask(request, message -> {
            if (message.path("type").asText().equals("file")) {
                listener.archived(
                        Path.of(message.path("file").asText()),
                        message.path("sha256").asText());
            } else {
                listener.progress(Messages.archiveProgress(message));
            }
        }));
    }

    public synchronized RetrieveSummary retrieve(RetrieveQuery query, Path out, RetrieveListener listener)
            throws IOException {
        ObjectNode request = request("retrieve")
                .put("kind", query.kind().name())
                .put("value", query.value())
                .put("out", out.toAbsolutePath().normalize().toString());
        return Messages.retrieveSummary(ask(request, message -> {
            if (message.path("type").asText().equals("file")) {
                listener.restored(
                        Path.of(message.path("file").asText()),
                        message.path("sha256").asText());
            } else {
                listener.progress(Messages.retrieveProgress(message));
            }
        }));
    }

    public synchronized AgentStatus status() throws IOException {
        return Messages.status(ask(request("status"), message -> {}));
    }

    public synchronized List<QuarantineEntry> quarantine() throws IOException {
        List<QuarantineEntry> entries = new ArrayList<>();
        ask(request("quarantine"), message -> entries.add(Messages.quarantineEntry(message)));
        return entries;
    }

    public synchronized void removeQuarantined(long id) throws IOException {
        ask(request("remove").put("id", id), message -> {});
    }

    public synchronized void retryQuarantined(long id) throws IOException {
        ask(request("retry").put("id", id), message -> {});
    }

    public synchronized Path quarantinedFile(long id) throws IOException {
        return Path.of(ask(request("quarantined-file").put("id", id), message -> {})
                .path("file")
                .asText());
    }

    public synchronized Released release(Release release) throws IOException {
        ObjectNode request = request("release")
                .put("id", release.entry())
                .put("decision", release.decision())
                .put("scope", release.scope().name())
                .put("reviewer", release.reviewer());
        JsonNode result = ask(request, message -> {});
        return new Released(
                result.path("images").asInt(), result.path("siteRule").asText());
    }

    public synchronized List<QuarantineReview> reviews() throws IOException {
        List<QuarantineReview> reviews = new ArrayList<>();
        ask(request("reviews"), message -> reviews.add(Messages.quarantineReview(message)));
        return reviews;
    }

    private static ObjectNode request(String operation) {
        return LineChannel.object("request").put("op", operation);
    }

    private JsonNode ask(ObjectNode request, Consumer<JsonNode> other) throws IOException {
        channel.write(request);
        while (true) {
            JsonNode message = channel.read();
            if (message == null) {
                throw new EOFException("The agent went away before it had answered");
            }
            switch (message.path("type").asText()) {
                case "result" -> {
                    return message;
                }
                case "error" ->
                    throw new SymbolonException(
                            ErrorCode.valueOf(message.path("code").asText()),
                            message.path("message").asText());
                default -> other.accept(message);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
