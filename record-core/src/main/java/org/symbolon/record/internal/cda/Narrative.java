package org.symbolon.record.internal.cda;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.symbolon.record.internal.xml.XmlElement;
import org.symbolon.record.internal.xml.XmlNode;
import org.symbolon.record.internal.xml.XmlText;

/** Narrative blocks as plain text, and what their IDs point to. */
final class Narrative {
    private static final Set<String> BLOCKS =
            Set.of("paragraph", "list", "item", "table", "tr", "br", "caption", "thead", "tbody", "title", "p", "div");
    private static final Set<String> CELLS = Set.of("td", "th");

    /** A reference means a phrase; a longer text is cut here. */
    private static final int LONGEST_REFERRED = 2_000;

    private final Map<String, XmlElement> byId = new HashMap<>();
    private final Map<XmlElement, String> referred = new HashMap<>();

    Narrative(XmlElement root) {
        Elements.forEach(root, element -> {
            String id = element.attribute("ID");
            if (!id.isEmpty()) {
                byId.putIfAbsent(id, element);
            }
        });
    }

    /** What an original text says, or the piece of narrative that it refers to. */
    String referred(XmlElement element) {
        String own = plain(element);
        String reference = Elements.attribute(element, "value", "reference");
        XmlElement target = reference.startsWith("#") ? byId.get(reference.substring(1)) : null;
        if (!own.isEmpty() || target == null) {
            return own;
        }
        return referred.computeIfAbsent(target, at -> {
            StringBuilder text = new StringBuilder();
            append(at, text, LONGEST_REFERRED);
            return text.substring(0, Math.min(text.length(), LONGEST_REFERRED)).strip();
        });
    }

    /** Paragraphs, list items and table rows each in a line of their own, cells parted by a bar, white space collapsed. */
    static String plain(XmlElement element) {
        StringBuilder text = new StringBuilder();
        append(element, text, Integer.MAX_VALUE);
        return text.toString().strip();
    }

    private static void append(XmlElement element, StringBuilder text, int most) {
        for (XmlNode child : element.children()) {
            if (text.length() > most) {
                return;
            }
            if (child instanceof XmlText run) {
                collapse(run.text(), text);
            } else if (child instanceof XmlElement inner) {
                boolean block = BLOCKS.contains(inner.name());
                if (block) {
                    newLine(text);
                } else if (CELLS.contains(inner.name())) {
                    newCell(text);
                }
                append(inner, text, most);
                if (block) {
                    newLine(text);
                }
            }
        }
    }

    private static void newLine(StringBuilder text) {
        if (last(text) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (last(text) != '\n') {
            text.append('\n');
        }
    }

    /** An empty cell leaves no trace. */
    private static void newCell(StringBuilder text) {
        if (last(text) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (last(text) != '\n') {
            text.append(last(text) == '|' ? " " : " | ");
        }
    }

    /** The beginning counts as a new line. */
    private static char last(StringBuilder text) {
        return text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
    }

    private static void collapse(String run, StringBuilder text) {
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            boolean blank = c <= ' ' || c == '\u00A0';
            if (!blank) {
                text.append(c);
            } else if (last(text) > ' ') {
                text.append(' ');
            }
        }
    }
}
