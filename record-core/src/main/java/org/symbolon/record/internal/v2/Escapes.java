package org.symbolon.record.internal.v2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Escape sequences of HL7 v2 (2.7) turned back into the text that they stand for. */
final class Escapes {
    private static final int MAX_SEQUENCE = 4096;

    private final Delimiters delimiters;
    private final Charset charset;

    Escapes(Delimiters delimiters, Charset charset) {
        this.delimiters = delimiters;
        this.charset = charset;
    }

    /** Unknown and unfinished sequences stay as they are. */
    String decode(String raw) {
        char mark = (char) delimiters.escape();
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            int close = c == mark ? raw.indexOf(mark, at + 1) : -1;
            if (close < 0 || close - at > MAX_SEQUENCE) {
                text.append(c);
                at++;
            } else if (append(text, raw.substring(at + 1, close))) {
                at = close + 1;
            } else {
                text.append(raw, at, close);
                at = close;
            }
        }
        return text.toString();
    }

    private boolean append(StringBuilder text, String sequence) {
        switch (sequence) {
            case "F" -> text.append((char) delimiters.field());
            case "S" -> appendDeclared(text, delimiters.component());
            case "R" -> appendDeclared(text, delimiters.repetition());
            case "E" -> text.append((char) delimiters.escape());
            case "T" -> appendDeclared(text, delimiters.subcomponent());
            case "P" -> appendDeclared(text, delimiters.truncation());
            case "H", "N", ".fi", ".nf" -> {}
            default -> {
                return appendLonger(text, sequence);
            }
        }
        return true;
    }

    private static void appendDeclared(StringBuilder text, byte delimiter) {
        if (delimiter != Delimiters.NONE) {
            text.append((char) delimiter);
        }
    }

    private boolean appendLonger(StringBuilder text, String sequence) {
        if (sequence.matches("\\.(br|sp|ce)[ +0-9]*")) {
            text.append('\n');
            return true;
        }
        if (sequence.matches("\\.(in|ti|sk) ?[+-]?[0-9]*")) {
            text.append(' ');
            return true;
        }
        if (sequence.matches("X([0-9A-Fa-f]{2})+")) {
            text.append(hexadecimal(sequence));
            return true;
        }
        return false;
    }

    private String hexadecimal(String sequence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < sequence.length(); i += 2) {
            bytes.write(Integer.parseInt(sequence, i, i + 2, 16));
        }
        return bytes.toString(charset);
    }
}
