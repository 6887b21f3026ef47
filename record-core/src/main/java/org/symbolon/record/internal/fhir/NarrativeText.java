package org.symbolon.record.internal.fhir;

import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.record.internal.xml.XmlElement;
import org.symbolon.record.internal.xml.XmlNode;
import org.symbolon.record.internal.xml.XmlText;

/** Narratives as plain text: blocks and rows become lines, cells are parted by blanks. */
final class NarrativeText {
    private static final Set<String> BLOCKS = Set.of(
            "div",
            "p",
            "br",
            "li",
            "tr",
            "table",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "caption",
            "dt",
            "dd",
            "pre",
            "hr",
            "blockquote");
    private static final Pattern TAGS = Pattern.compile("<[^<>]{0,2000}>");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]+");
    private static final Pattern LINES = Pattern.compile(" ?\\n[ \\n]*");

    private NarrativeText() {}

    static String plain(XmlElement xhtml) {
        StringBuilder text = new StringBuilder();
        collect(xhtml, text);
        return tidy(text);
    }

    /** Of XHTML that is not well formed. */
    static String withoutTags(String xhtml) {
        return tidy(TAGS.matcher(xhtml)
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&amp;", "&"));
    }

    private static void collect(XmlElement element, StringBuilder text) {
        boolean block = BLOCKS.contains(element.name());
        if (block) {
            text.append('\n');
        }
        for (XmlNode child : element.children()) {
            if (child instanceof XmlText run) {
                text.append(
                        element.name().equals("pre") ? run.text() : run.text().replace('\n', ' '));
            } else if (child instanceof XmlElement inner) {
                collect(inner, text);
            }
        }
        text.append(block ? "\n" : element.name().equals("td") || element.name().equals("th") ? " " : "");
    }

    private static String tidy(CharSequence text) {
        String blanks = BLANKS.matcher(text).replaceAll(" ");
        return LINES.matcher(blanks).replaceAll("\n").strip();
    }
}
