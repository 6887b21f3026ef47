package org.symbolon.analytics.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result as CSV (RFC 4180, UTF-8) and as JSON. The same result gives the same bytes. */
public final class ResultText {
    /** What stands in CSV for a masked number; null does in JSON. */
    static final String MASKED = "*";

    /** A spreadsheet would take what begins so for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t";

    private ResultText() {}

    public static String csv(ResultTable table) {
        StringBuilder csv = new StringBuilder();
        append(csv, table.columns());
        table.rows().forEach(row -> append(csv, row));
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<? extends @Nullable Object> row) {
        csv.append(row.stream().map(ResultText::field).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return MASKED;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        if (!text.isEmpty() && value instanceof String && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    public static String json(ResultTable table) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature());
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("analysis", table.name());
            json.writeNumberField("maskBelow", table.maskBelow());
            json.writeArrayFieldStart("rows");
            for (List<@Nullable Object> row : table.rows()) {
                json.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    json.writeFieldName(table.columns().get(i));
                    write(json, row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
