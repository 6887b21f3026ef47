package org.symbolon.dicomweb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A multipart/related body (RFC 2387, PS3.18 8.6.1.2), written part by part. */
final class MultipartBody {
    private final OutputStream out;
    private final String boundary;

    private MultipartBody(OutputStream out, String boundary) {
        this.out = out;
        this.boundary = boundary;
    }

    /** Sets the answer's content type; the type of the parts is one without parameters. */
    static MultipartBody begin(WebRequest request, String partType) {
        String boundary = "symbolon-" + UUID.randomUUID();
        String type = MediaRange.MULTIPART + "; type=\"" + partType + "\"; boundary=" + boundary;
        return new MultipartBody(request.body(type), boundary);
    }

    /** Writes one part and closes its stream. */
    void part(String contentType, String location, InputStream content) throws IOException {
        try (content) {
            write("--" + boundary + "\r\nContent-Type: " + contentType + "\r\nContent-Location: " + location
                    + "\r\n\r\n");
            content.transferTo(out);
            write("\r\n");
        }
    }

    void end() throws IOException {
        write("--" + boundary + "--\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
