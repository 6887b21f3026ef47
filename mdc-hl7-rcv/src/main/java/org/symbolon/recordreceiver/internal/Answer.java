package org.symbolon.recordreceiver.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.model.ErrorCode;

/** A response: status, headers and a whole body. */
public final class Answer {
    private static final JsonFactory JSON = new JsonFactory();

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** @param body not copied */
    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** An object of texts, in the order of the map. */
    static Answer json(int status, Map<String, String> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                generator.writeStringField(member.getKey(), member.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A string writer takes everything", e);
        }
        return of(status, "application/json", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** 201 where something is there that was not before (RFC 9110 section 15.3.2). */
    public static Answer stored(StoreOutcome outcome, String documentId, String sha256) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("documentId", documentId);
        members.put("sha256", sha256);
        members.put("outcome", outcome.name());
        return json(outcome == StoreOutcome.ALREADY_PRESENT ? 200 : 201, members);
    }

    static Answer error(ErrorCode code, String message) {
        return error(code.httpStatus(), code, message);
    }

    /** With another status than the code's own, where HTTP has a better one. */
    static Answer error(int status, ErrorCode code, String message) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("code", code.name());
        members.put("message", message);
        return json(status, members);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
