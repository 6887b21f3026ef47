package org.symbolon.record.internal.v2;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.symbolon.record.PlaceSyntax;

/** How text is written in one message: its delimiters, escapes (2.7) and character set. Immutable. */
final class MessageSyntax implements PlaceSyntax {
    private final Delimiters delimiters;
    private final Charset charset;
    private final Charset written;

    /**
     * @param charset of the bytes that are read here
     * @param written of the file
     */
    MessageSyntax(Delimiters delimiters, Charset charset, Charset written) {
        this.delimiters = delimiters;
        this.charset = charset;
        this.written = written;
    }

    Delimiters delimiters() {
        return delimiters;
    }

    /** Of the file. */
    Charset charset() {
        return written;
    }

    @Override
    public boolean allowsEmpty() {
        return true;
    }

    @Override
    public byte[] encode(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                escape(escaped, ".br");
            } else if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    escape(escaped, ".br");
                }
            } else if (c < ' ' && c != '\t') {
                escape(escaped, c < 0x10 ? "X0" + Integer.toHexString(c) : "X" + Integer.toHexString(c));
            } else {
                appendEscaped(escaped, c);
            }
        }
        return bytes(escaped);
    }

    private void appendEscaped(StringBuilder out, char c) {
        if (c == delimiters.field()) {
            escape(out, "F");
        } else if (c == delimiters.component()) {
            escape(out, "S");
        } else if (c == delimiters.repetition()) {
            escape(out, "R");
        } else if (c == delimiters.escape()) {
            escape(out, "E");
        } else if (c == delimiters.subcomponent()) {
            escape(out, "T");
        } else if (c == delimiters.truncation() && c != Delimiters.NONE) {
            escape(out, "P");
        } else {
            out.append(c);
        }
    }

    /** Without an escape character what would need one becomes a blank. */
    private void escape(StringBuilder out, String sequence) {
        if (delimiters.escape() == Delimiters.NONE) {
            out.append(' ');
        } else {
            char mark = (char) delimiters.escape();
            out.append(mark).append(sequence).append(mark);
        }
    }

    private byte[] bytes(CharSequence text) {
        if (written.equals(StandardCharsets.UTF_8) || isAscii(text)) {
            return text.toString().getBytes(written);
        }
        CharsetEncoder encoder = written.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith("?".getBytes(written));
        try {
            ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
            byte[] result = new byte[encoded.remaining()];
            encoded.get(result);
            return result;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("An encoder that replaces does not fail", e);
        }
    }

    /** All sets can say it, and {@code getBytes} is quick. */
    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The text that the bytes say. What cannot be decoded is replaced by U+FFFD. */
    String decode(byte[] bytes, int start, int end) {
        int mark = -1;
        if (delimiters.escape() != Delimiters.NONE) {
            for (int i = start; i < end && mark < 0; i++) {
                mark = bytes[i] == delimiters.escape() ? i : -1;
            }
        }
        String raw = new String(bytes, start, end - start, charset);
        return mark < 0 ? raw : new Escapes(delimiters, charset).decode(raw);
    }
}
