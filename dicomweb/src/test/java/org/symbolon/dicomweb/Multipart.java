package org.symbolon.dicomweb;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parts of a multipart/related answer, taken apart by its boundary. */
final class Multipart {
    private final String headers;
    private final byte[] content;

    private Multipart(String headers, byte[] content) {
        this.headers = headers;
        this.content = content;
    }

    String headers() {
        return headers;
    }

    byte[] content() {
        return content;
    }

    static List<Multipart> of(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        String boundary = type.substring(type.indexOf("boundary=") + 9);
        // ISO 8859-1 keeps every byte as one character.
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        if (!body.endsWith("--" + boundary + "--\r\n")) {
            throw new AssertionError("The answer has no end");
        }
        List<Multipart> parts = new ArrayList<>();
        for (String part : body.split("--" + boundary, -1)) {
            if (!part.isEmpty() && !part.startsWith("--")) {
                int end = part.indexOf("\r\n\r\n");
                String content = part.substring(end + 4, part.length() - 2);
                parts.add(new Multipart(part.substring(2, end), content.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return parts;
    }
}
