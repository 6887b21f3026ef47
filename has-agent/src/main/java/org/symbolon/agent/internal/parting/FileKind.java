package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.symbolon.record.RecordReader;

/**
 * What a file looks like from its first bytes. Only told apart here is what cannot be DICOM: a file without the DICM mark may
 * still be a bare data set (PS3.10 section 7), which begins with a small group number and so with a zero byte.
 */
public enum FileKind {
    /** No byte at all. */
    EMPTY,
    /** A textual record as far as can be told from its beginning: HL7 v2, CDA, HL7 v3, FHIR, or any JSON. */
    PERHAPS_RECORD,
    /** Other text, or something with the signature of another format. */
    OTHER_FORMAT,
    /** DICOM as far as can be told from here. */
    PERHAPS_DICOM;

    /** {@link RecordReader#detect} looks at no more, save in JSON. */
    private static final int HEAD_BYTES = 8192;

    private static final int SAMPLE_BYTES = 512;
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] DICM = "DICM".getBytes(StandardCharsets.US_ASCII);

    private static final List<byte[]> SIGNATURES = List.of(
            bytes("%PDF"),
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'},
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            bytes("GIF8"),
            bytes("PK\u0003\u0004"),
            bytes("PK\u0005\u0006"),
            new byte[] {0x1F, (byte) 0x8B},
            bytes("BZh"),
            new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0},
            bytes("7z\u00BC\u00AF"),
            bytes("II*\u0000"),
            bytes("MM\u0000*"),
            bytes("SQLite format 3\u0000"),
            bytes("\u007FELF"),
            bytes("RIFF"));

    public static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, PREAMBLE_BYTES, DICM) || startsWith(head, 0, DICM)) {
            return PERHAPS_DICOM;
        }
        if (RecordReader.detect(head).isPresent() || isJson(head)) {
            return PERHAPS_RECORD;
        }
        byte[] sample = Arrays.copyOf(head, Math.min(head.length, SAMPLE_BYTES));
        return isText(sample) || SIGNATURES.stream().anyMatch(signature -> startsWith(head, 0, signature))
                ? OTHER_FORMAT
                : PERHAPS_DICOM;
    }

    /** The name of a resource's type may stand behind everything else in it. */
    private static boolean isJson(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .stripLeading()
                .startsWith("{");
    }

    /** UTF-8, Latin-1 or UTF-16 with its mark: no control characters but those of text (HL7's MLLP framing among them). */
    private static boolean isText(byte[] head) {
        if (head.length >= 2
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE))) {
            return true;
        }
        for (byte b : head) {
            boolean textControl = (b >= '\t' && b <= '\r') || b == 0x1B || b == 0x1C;
            if (b >= 0 && b < ' ' && !textControl) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] head, int at, byte[] signature) {
        if (head.length < at + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (head[at + i] != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
