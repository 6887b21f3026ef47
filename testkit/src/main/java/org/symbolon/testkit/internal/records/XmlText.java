package org.symbolon.testkit.internal.records;

/** Writes indented XML. Not thread-safe. */
final class XmlText {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    XmlText(String charset) {
        text.append("<?xml version=\"1.0\" encoding=\"").append(charset).append("\"?>\n");
    }

    /** Names and values of attributes follow the element's name. */
    XmlText open(String name, String... attributes) {
        indent();
        tag(name, attributes).append(">\n");
        depth++;
        return this;
    }

    XmlText close(String name) {
        depth--;
        indent();
        text.append("</").append(name).append(">\n");
        return this;
    }

    XmlText empty(String name, String... attributes) {
        indent();
        tag(name, attributes).append("/>\n");
        return this;
    }

    XmlText leaf(String name, String content, String... attributes) {
        indent();
        tag(name, attributes)
                .append('>')
                .append(escape(content))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        return text;
    }

    private void indent() {
        text.append("  ".repeat(depth));
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String text() {
        return text.toString();
    }
}
