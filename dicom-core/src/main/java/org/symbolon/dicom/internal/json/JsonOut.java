package org.symbolon.dicom.internal.json;

import java.io.IOException;
import java.util.BitSet;
import org.symbolon.dicom.TextLayout;

/** Writes JSON (RFC 8259): commas, quotes and white space. What is written reaches the target at {@link #flush}. */
public final class JsonOut {
    private static final int BUFFER_CHARACTERS = 8 << 10;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Appendable out;
    private final TextLayout layout;
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARACTERS + 1024);
    /** For each open object or array whether something stands in it. */
    private final BitSet filled = new BitSet();

    private int depth;
    private boolean afterName;

    public JsonOut(Appendable out, TextLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    public void beginObject() throws IOException {
        begin('{');
    }

    public void endObject() throws IOException {
        end('}');
    }

    public void beginArray() throws IOException {
        begin('[');
    }

    public void endArray() throws IOException {
        end(']');
    }

    public void name(String name) throws IOException {
        separate();
        quoted(name);
        buffer.append(layout == TextLayout.INDENTED ? ": " : ":");
        afterName = true;
    }

    public void string(String value) throws IOException {
        separate();
        quoted(value);
    }

    /** A number or {@code null}, as it stands. */
    public void literal(String value) throws IOException {
        separate();
        buffer.append(value);
    }

    /** Begins a string whose content, which needs no escapes, goes to {@link #content}. */
    public void beginString() throws IOException {
        separate();
        buffer.append('"');
        flushIfFull();
    }

    public Appendable content() throws IOException {
        flush();
        return out;
    }

    public void endString() {
        buffer.append('"');
    }

    public void flush() throws IOException {
        out.append(buffer);
        buffer.setLength(0);
    }

    private void begin(char bracket) throws IOException {
        separate();
        buffer.append(bracket);
        filled.clear(++depth);
    }

    private void end(char bracket) throws IOException {
        boolean lines = filled.get(depth--);
        if (lines) {
            newLine();
        }
        buffer.append(bracket);
        flushIfFull();
    }

    private void separate() throws IOException {
        if (afterName) {
            afterName = false;
            return;
        }
        if (filled.get(depth)) {
            buffer.append(',');
        }
        filled.set(depth);
        if (depth > 0) {
            newLine();
        }
        flushIfFull();
    }

    private void newLine() {
        if (layout == TextLayout.INDENTED) {
            buffer.append('\n').append("  ".repeat(depth));
        }
    }

    private void flushIfFull() throws IOException {
        if (buffer.length() >= BUFFER_CHARACTERS) {
            flush();
        }
    }

    private void quoted(String text) throws IOException {
        buffer.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                buffer.append('\\').append(c);
            } else if (c < ' ') {
                control(c);
            } else if (Character.isSurrogate(c) && !isPair(text, i)) {
                unicode(c);
            } else {
                buffer.append(c);
            }
            flushIfFull();
        }
        buffer.append('"');
    }

    private void control(char c) {
        switch (c) {
            case '\n' -> buffer.append("\\n");
            case '\r' -> buffer.append("\\r");
            case '\t' -> buffer.append("\\t");
            case '\f' -> buffer.append("\\f");
            case '\b' -> buffer.append("\\b");
            default -> unicode(c);
        }
    }

    private void unicode(char c) {
        buffer.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer.append(HEX[c >>> shift & 0xF]);
        }
    }

    /** Whether the surrogate has its other half beside it; half a pair alone has no UTF-8. */
    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
