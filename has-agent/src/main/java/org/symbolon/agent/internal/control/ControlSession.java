package org.symbolon.agent.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.agent.AgentOperations;
import org.symbolon.agent.ArchiveListener;
import org.symbolon.agent.ArchiveOptions;
import org.symbolon.agent.ArchiveProgress;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.agent.Release;
import org.symbolon.agent.Released;
import org.symbolon.agent.RetrieveListener;
import org.symbolon.agent.RetrieveProgress;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Serves one connection of the control channel: requests one after the other, each ended by a result or an error. */
final class ControlSession {
    private final AgentOperations agent;
    private final LineChannel channel;

    ControlSession(AgentOperations agent, LineChannel channel) {
        this.agent = agent;
        this.channel = channel;
    }

    void serve() throws IOException {
        JsonNode request = channel.read();
        while (request != null) {
            try {
                channel.write(answer(request));
            } catch (SymbolonException e) {
                channel.write(
                        LineChannel.object("error").put("code", e.code().name()).put("message", e.getMessage()));
            } catch (UncheckedIOException e) {
                // the other side went away while it was being told of progress
                throw e.getCause();
            }
            request = channel.read();
        }
    }

    private ObjectNode answer(JsonNode request) throws IOException {
        try {
            return switch (request.path("op").asText()) {
                case "archive" -> archive(request);
                case "retrieve" -> retrieve(request);
                case "status" -> result(Messages.of(agent.status()));
                case "quarantine" -> quarantine();
                case "remove" -> {
                    agent.removeQuarantined(request.path("id").asLong());
                    yield LineChannel.object("result");
                }
                case "retry" -> {
                    agent.retryQuarantined(request.path("id").asLong());
                    yield LineChannel.object("result");
                }
                case "quarantined-file" ->
                    LineChannel.object("result")
                            .put(
                                    "file",
                                    agent.quarantinedFile(request.path("id").asLong())
                                            .toString());
                case "release" -> release(request);
                case "reviews" -> reviews();
                default -> throw new SymbolonException(ErrorCode.USAGE, "The agent does not know this request");
            };
        } catch (IOException e) {
            throw new SymbolonException(
                    ErrorCode.OUT_OF_RESOURCES,
                    "The agent cannot read or write a file: " + e.getClass().getSimpleName(),
                    e);
        }
    }

    private ObjectNode archive(JsonNode request) throws IOException {
        List<Path> paths = new ArrayList<>();
        request.path("paths").forEach(path -> paths.add(Path.of(path.asText())));
        ArchiveOptions options = new ArchiveOptions(
                Duration.ofMillis(request.path("patienceMillis").asLong()));
        return result(Messages.of(agent.archive(paths, options, new ArchiveListener() {
            @Override
            public void progress(ArchiveProgress progress) {
                tell(Messages.of(progress));
            }

            @Override
            public void archived(Path file, String originalSha256) {
                tell(LineChannel.object("file").put("file", file.toString()).put("sha256", originalSha256));
            }
        })));
    }

    private ObjectNode retrieve(JsonNode request) throws IOException {
        RetrieveQuery query = new RetrieveQuery(
                RetrieveQuery.Kind.valueOf(request.path("kind").asText()),
                request.path("value").asText());
        Path out = Path.of(request.path("out").asText());
        return result(Messages.of(agent.retrieve(query, out, new RetrieveListener() {
            @Override
            public void progress(RetrieveProgress progress) {
                tell(Messages.of(progress));
            }

            @Override
            public void restored(Path file, String originalSha256) {
                tell(LineChannel.object("file").put("file", file.toString()).put("sha256", originalSha256));
            }
        })));
    }

    private ObjectNode quarantine() throws IOException {
        for (QuarantineEntry entry : agent.quarantine()) {
            channel.write(Messages.of(entry).put("type", "entry"));
        }
        return LineChannel.object("result");
    }

    private ObjectNode release(JsonNode request) throws IOException {
        Released released = agent.release(new Release(
                request.path("id").asLong(),
                request.path("decision").asText(),
                Release.Scope.valueOf(request.path("scope").asText()),
                request.path("reviewer").asText()));
        return LineChannel.object("result").put("images", released.images()).put("siteRule", released.siteRule());
    }

    private ObjectNode reviews() throws IOException {
        for (QuarantineReview review : agent.reviews()) {
            channel.write(Messages.of(review).put("type", "review"));
        }
        return LineChannel.object("result");
    }

    private static ObjectNode result(ObjectNode value) {
        return value.put("type", "result");
    }

    private void tell(ObjectNode message) {
        try {
            channel.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
