package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file looks like from its first bytes. Only told apart here is what cannot be DICOM: a file without the DICM mark may
 * still be a bare data set (PS3.10 section 7), which begins with a small group number and so with a zero byte.
 */
public enum FileKind {
    /** No byte at all. */
    EMPTY,
    /** Text, or something with the signature of another format. */
    OTHER_FORMAT,
    /** DICOM as far as can be told from here. */
    PERHAPS_DICOM;

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
            head = in.readNBytes(SAMPLE_BYTES);
        }
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, PREAMBLE_BYTES, DICM) || startsWith(head, 0, DICM)) {
            return PERHAPS_DICOM;
        }
        return isText(head) || SIGNATURES.stream().anyMatch(signature -> startsWith(head, 0, signature))
                ? OTHER_FORMAT
                : PERHAPS_DICOM;
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
