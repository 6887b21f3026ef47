package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordReader;

/** Textual records among files. */
final class RecordFiles {
    /** {@link RecordReader#detect} looks at no more, save in JSON. */
    private static final int HEAD_BYTES = 8192;

    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] DICM = "DICM".getBytes(StandardCharsets.US_ASCII);

    private RecordFiles() {}

    /** Whether the file looks like a textual record from its beginning; JSON always does. */
    static boolean looksLikeOne(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        return !isDicom(head) && (RecordReader.detect(head).isPresent() || isJson(head));
    }

    private static boolean isDicom(byte[] head) {
        return head.length >= PREAMBLE_BYTES + DICM.length
                && new String(head, PREAMBLE_BYTES, DICM.length, StandardCharsets.US_ASCII).equals("DICM");
    }

    /** The name of a resource's type may stand behind everything else in it. */
    private static boolean isJson(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .stripLeading()
                .startsWith("{");
    }

    static String extension(RecordFormat format) {
        String type = format.mediaType();
        return type.contains("json") ? "json" : type.contains("xml") ? "xml" : "hl7";
    }
}
