package org.symbolon.agent.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.AgentStatus;
import org.symbolon.agent.ArchiveProgress;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.DocumentCounts;
import org.symbolon.agent.FileCounts;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.agent.RejectedFile;
import org.symbolon.agent.RetrieveProgress;
import org.symbolon.agent.RetrieveSummary;
import org.symbolon.model.ErrorCode;

/** The agent's values as JSON, for the control channel and for {@code --json}. */
public final class Messages {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Messages() {}

    public static ObjectNode of(ArchiveSummary summary) {
        ObjectNode node = JSON.objectNode();
        node.set("instances", of(summary.instances()));
        node.set("documents", of(summary.documents()));
        return node.put("bytes", summary.bytes());
    }

    private static ObjectNode of(FileCounts counts) {
        ObjectNode node = JSON.objectNode()
                .put("found", counts.found())
                .put("archived", counts.archived())
                .put("confirmed", counts.confirmed());
        ArrayNode rejected = node.putArray("rejected");
        for (RejectedFile file : counts.rejected()) {
            rejected.addObject()
                    .put("file", file.file().toString())
                    .put("code", file.code().name());
        }
        return node;
    }

    static ArchiveSummary archiveSummary(JsonNode node) {
        return new ArchiveSummary(
                counts(node.path("instances")),
                counts(node.path("documents")),
                node.path("bytes").asLong());
    }

    private static FileCounts counts(JsonNode node) {
        List<RejectedFile> rejected = new ArrayList<>();
        for (JsonNode file : node.path("rejected")) {
            rejected.add(new RejectedFile(
                    Path.of(file.path("file").asText()),
                    ErrorCode.valueOf(file.path("code").asText())));
        }
        return new FileCounts(
                node.path("found").asLong(),
                node.path("archived").asLong(),
                node.path("confirmed").asLong(),
                rejected);
    }

    static ObjectNode of(ArchiveProgress progress) {
        return LineChannel.object("progress")
                .put("found", progress.found())
                .put("done", progress.done())
                .put("confirmed", progress.confirmed())
                .put("bytes", progress.bytes());
    }

    static ArchiveProgress archiveProgress(JsonNode node) {
        return new ArchiveProgress(
                node.path("found").asLong(),
                node.path("done").asLong(),
                node.path("confirmed").asLong(),
                node.path("bytes").asLong());
    }

    public static ObjectNode of(RetrieveSummary summary) {
        ObjectNode node = JSON.objectNode()
                .put("expected", summary.expected())
                .put("restored", summary.restored())
                .put("expectedDocuments", summary.expectedDocuments())
                .put("restoredDocuments", summary.restoredDocuments())
                .put("bytes", summary.bytes());
        ObjectNode failed = node.putObject("failed");
        summary.failed().forEach((code, count) -> failed.put(code.name(), count));
        return node;
    }

    static RetrieveSummary retrieveSummary(JsonNode node) {
        Map<ErrorCode, Long> failed = new EnumMap<>(ErrorCode.class);
        node.path("failed")
                .properties()
                .forEach(field -> failed.put(
                        ErrorCode.valueOf(field.getKey()), field.getValue().asLong()));
        return new RetrieveSummary(
                node.path("expected").asLong(),
                node.path("restored").asLong(),
                node.path("expectedDocuments").asLong(),
                node.path("restoredDocuments").asLong(),
                node.path("bytes").asLong(),
                failed);
    }

    static ObjectNode of(RetrieveProgress progress) {
        return LineChannel.object("progress")
                .put("expected", progress.expected())
                .put("restored", progress.restored())
                .put("bytes", progress.bytes());
    }

    static RetrieveProgress retrieveProgress(JsonNode node) {
        return new RetrieveProgress(
                node.path("expected").asLong(),
                node.path("restored").asLong(),
                node.path("bytes").asLong());
    }

    public static ObjectNode of(AgentStatus status) {
        ObjectNode node = JSON.objectNode()
                .put("received", status.received())
                .put("queued", status.queued())
                .put("sent", status.sent())
                .put("confirmed", status.confirmed())
                .put("refused", status.refused())
                .put("quarantined", status.quarantined());
        @Nullable Instant oldest = status.oldestQueued();
        node.put("oldestQueued", oldest == null ? null : oldest.toString())
                .put("dataCentreReachable", status.dataCentreReachable())
                .put("dataCentreProblem", status.dataCentreProblem());
        node.putObject("documents")
                .put("queued", status.documents().queued())
                .put("confirmed", status.documents().confirmed())
                .put("refused", status.documents().refused());
        return node.put("recordsReachable", status.recordsReachable()).put("recordsProblem", status.recordsProblem());
    }

    static AgentStatus status(JsonNode node) {
        JsonNode oldest = node.path("oldestQueued");
        JsonNode documents = node.path("documents");
        return new AgentStatus(
                node.path("received").asLong(),
                node.path("queued").asLong(),
                node.path("sent").asLong(),
                node.path("confirmed").asLong(),
                node.path("refused").asLong(),
                node.path("quarantined").asLong(),
                oldest.isTextual() ? Instant.parse(oldest.asText()) : null,
                node.path("dataCentreReachable").asBoolean(),
                node.path("dataCentreProblem").asText(),
                new DocumentCounts(
                        documents.path("queued").asLong(),
                        documents.path("confirmed").asLong(),
                        documents.path("refused").asLong()),
                node.path("recordsReachable").asBoolean(),
                node.path("recordsProblem").asText());
    }

    public static ObjectNode of(QuarantineEntry entry) {
        return JSON.objectNode()
                .put("id", entry.id())
                .put("kind", entry.kind().name())
                .put("file", entry.file())
                .put("code", entry.code().name())
                .put("rule", entry.rule())
                .put("tag", entry.tag())
                .put("offset", entry.offset())
                .put("at", entry.at().toString());
    }

    public static ObjectNode of(QuarantineReview review) {
        return JSON.objectNode()
                .put("id", review.id())
                .put("entry", review.entry())
                .put("rule", review.rule())
                .put("decision", review.decision())
                .put("siteRule", review.siteRule())
                .put("reviewer", review.reviewer())
                .put("at", review.at().toString());
    }

    static QuarantineReview quarantineReview(JsonNode node) {
        return new QuarantineReview(
                node.path("id").asLong(),
                node.path("entry").asLong(),
                node.path("rule").asText(),
                node.path("decision").asText(),
                node.path("siteRule").asText(),
                node.path("reviewer").asText(),
                Instant.parse(node.path("at").asText()));
    }

    static QuarantineEntry quarantineEntry(JsonNode node) {
        return new QuarantineEntry(
                node.path("id").asLong(),
                QuarantineEntry.Kind.valueOf(node.path("kind").asText()),
                node.path("file").asText(),
                ErrorCode.valueOf(node.path("code").asText()),
                node.path("rule").asText(),
                node.path("tag").asText(),
                node.path("offset").asLong(),
                Instant.parse(node.path("at").asText()));
    }
}
