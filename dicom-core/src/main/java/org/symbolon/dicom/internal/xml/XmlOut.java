package org.symbolon.dicom.internal.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.symbolon.dicom.TextLayout;

/** Writes XML 1.0: tags, escapes and white space. What is written reaches the target at {@link #flush}. */
public final class XmlOut {
    private static final int BUFFER_CHARACTERS = 8 << 10;
    /** Stands in attributes for a character that XML does not have. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Appendable out;
    private final TextLayout layout;
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARACTERS + 1024);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStartTag;
    private boolean afterEndTag;

    public XmlOut(Appendable out, TextLayout layout) {
        this.out = out;
        this.layout = layout;
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    public void begin(String element) throws IOException {
        endStartTag();
        newLine();
        buffer.append('<').append(element);
        open.push(element);
        inStartTag = true;
        flushIfFull();
    }

    public void attribute(String name, String value) throws IOException {
        buffer.append(' ').append(name).append("=\"");
        escaped(value, true, REPLACEMENT);
        buffer.append('"');
    }

    /** Text with something else for characters that XML does not have. */
    public void text(String text, char replacement) throws IOException {
        endStartTag();
        escaped(text, false, replacement);
        afterEndTag = false;
    }

    /** Where text that needs no escapes goes. */
    public Appendable content() throws IOException {
        endStartTag();
        flush();
        afterEndTag = false;
        return out;
    }

    public void end() {
        String element = open.pop();
        if (inStartTag) {
            buffer.append("/>");
            inStartTag = false;
        } else {
            if (afterEndTag) {
                newLine();
            }
            buffer.append("</").append(element).append('>');
        }
        afterEndTag = true;
    }

    public void flush() throws IOException {
        out.append(buffer);
        buffer.setLength(0);
    }

    private void endStartTag() {
        if (inStartTag) {
            buffer.append('>');
            inStartTag = false;
            afterEndTag = false;
        }
    }

    private void newLine() {
        if (layout == TextLayout.INDENTED && buffer.length() + open.size() > 0 && !isFirst()) {
            buffer.append('\n').append("  ".repeat(open.size()));
        }
    }

    private boolean isFirst() {
        return open.isEmpty() && !afterEndTag;
    }

    private void flushIfFull() throws IOException {
        if (buffer.length() >= BUFFER_CHARACTERS) {
            flush();
        }
    }

    private void escaped(String text, boolean inAttribute, char replacement) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> buffer.append("&lt;");
                case '>' -> buffer.append("&gt;");
                case '&' -> buffer.append("&amp;");
                case '"' -> buffer.append(inAttribute ? "&quot;" : "\"");
                case '\r' -> buffer.append("&#13;");
                case '\n', '\t' -> {
                    if (inAttribute) {
                        buffer.append("&#").append((int) c).append(';');
                    } else {
                        buffer.append(c);
                    }
                }
                default -> buffer.append(isCharacter(text, i) ? c : replacement);
            }
            flushIfFull();
        }
    }

    /** Whether XML 1.0 (production 2) has the character; of control characters it has only tab and the ends of lines. */
    private static boolean isCharacter(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' && c < '\uFFFE';
    }
}
