package org.symbolon.anonymizer.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** The report as one JSON object (docs/reference/audit.md). */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    static void write(AuditReport report, int maxValues, OutputStream out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("made", report.made().toString())
                .put("files", report.files())
                .put("images", report.images())
                .put("records", report.records());
        ArrayNode unread = root.putArray("unread");
        report.unread()
                .forEach(one -> unread.addObject().put("file", one.file()).put("code", one.code()));
        ArrayNode attributes = root.putArray("attributes");
        for (AuditReport.Row row : report.rows()) {
            attribute(attributes.addObject(), row, maxValues);
        }
        AuditReport.Removed removed = report.removed();
        if (removed != null) {
            ObjectNode node = root.putObject("removed");
            node.put("halves", removed.halves()).put("sought", removed.values()).put("leaks", removed.leaks());
            ArrayNode gone = node.putArray("attributes");
            removed.attributes()
                    .forEach(one -> gone.addObject()
                            .put("tag", one.tag())
                            .put("name", one.name())
                            .put("objects", one.objects()));
            ArrayNode residuals = node.putArray("residuals");
            for (Residuals.Finding finding : removed.residuals()) {
                ObjectNode one = residuals.addObject();
                one.put("place", finding.place())
                        .put("origin", finding.origin())
                        .put("value", finding.value())
                        .put("files", finding.files())
                        .put("filesOfPatient", finding.ofPatient());
                finding.examples().forEach(one.putArray("examples")::add);
            }
        }
        report.limits().forEach(root.putArray("limits")::add);
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, root);
    }

    private static void attribute(ObjectNode node, AuditReport.Row row, int maxValues) {
        Tally.Values values = row.values();
        node.put("path", values.attribute().path())
                .put("name", values.attribute().name())
                .put("type", values.attribute().type())
                .put("risk", row.risk().score());
        row.risk().reasons().forEach(node.putArray("reasons")::add);
        node.put("total", values.total()).put("empty", values.empty());
        if (row.changedIn() >= 0) {
            node.put("changedInObjects", row.changedIn());
        }
        node.put("distinct", values.texts().size()).put("notKept", values.notKept());
        ArrayNode list = node.putArray("values");
        for (Map.Entry<String, Long> value :
                values.counts().stream().limit(maxValues).toList()) {
            list.addObject().put("value", value.getKey()).put("count", value.getValue());
        }
    }
}
