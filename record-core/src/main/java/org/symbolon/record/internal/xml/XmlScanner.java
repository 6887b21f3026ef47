package org.symbolon.record.internal.xml;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.RecordOptions;

/** Reads the characters of one document into a tree with byte offsets. Used once, by one thread. */
final class XmlScanner {
    private final String text;
    private final int length;
    private final Charset charset;
    private final ByteOffsets offsets;
    private final RecordOptions options;
    private final TagScanner tags;
    private final Map<String, String> names = new HashMap<>();
    private final List<XmlMarkup> outside = new ArrayList<>();
    private @Nullable XmlElement root;
    private @Nullable XmlElement current;
    private Namespaces scope = Namespaces.NONE;
    private final List<Namespaces> outerScopes = new ArrayList<>();
    private int at;
    private int nodes;
    private int elements;
    private int attributes;

    XmlScanner(XmlSource source, RecordOptions options) {
        this.text = source.text();
        this.length = text.length();
        this.charset = source.charset();
        this.offsets = source.offsets();
        this.options = options;
        this.tags = new TagScanner(text, offsets);
        this.at = source.firstCharacter();
    }

    XmlDocument scan() {
        if (text.startsWith("<?xml", at) && at + 5 < length && text.charAt(at + 5) <= ' ') {
            at = behind("?>", at, "the XML declaration");
        }
        while (at < length) {
            if (text.charAt(at) == '<') {
                markup();
            } else {
                characters();
            }
        }
        if (current != null) {
            throw XmlFaults.truncated("an element");
        }
        if (root == null) {
            throw XmlFaults.truncated("the prolog");
        }
        return new XmlDocument(charset, root, outside);
    }

    int elementCount() {
        return elements;
    }

    /** Namespace declarations included. */
    int attributeCount() {
        return attributes;
    }

    private void markup() {
        if (text.startsWith("</", at)) {
            endTag();
        } else if (text.startsWith("<!--", at)) {
            cutOut(XmlMarkup.Kind.COMMENT, behind("-->", at + 4, "a comment"));
        } else if (text.startsWith("<?", at)) {
            cutOut(XmlMarkup.Kind.PROCESSING_INSTRUCTION, behind("?>", at + 2, "a processing instruction"));
        } else if (text.startsWith("<![CDATA[", at)) {
            cdata();
        } else if (text.startsWith("<!", at)) {
            throw XmlFaults.corrupt("A document type declaration", offsets.of(at));
        } else {
            startTag();
        }
    }

    private void cutOut(XmlMarkup.Kind kind, int end) {
        XmlMarkup markup = new XmlMarkup(kind, offsets.of(at), offsets.of(end));
        if (current == null) {
            countNode();
            outside.add(markup);
        } else {
            append(current, markup);
        }
        at = end;
    }

    private void characters() {
        int end = text.indexOf('<', at);
        end = end < 0 ? length : end;
        boolean blank = isBlank(at, end);
        if (current == null) {
            if (!blank) {
                throw XmlFaults.corrupt("Text outside the root element", offsets.of(at));
            }
        } else {
            int start = offsets.of(at);
            String value = blank ? blankText(at, end) : CharacterData.text(text, at, end);
            if (value == null) {
                throw XmlFaults.corrupt("An unknown entity in the text", start);
            }
            append(current, new XmlText(XmlText.Kind.TEXT, start, offsets.of(end), value));
        }
        at = end;
    }

    private String blankText(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return "\n";
            }
        }
        return " ";
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private void cdata() {
        int from = at + "<![CDATA[".length();
        int end = behind("]]>", from, "a CDATA section");
        if (current == null) {
            throw XmlFaults.corrupt("Text outside the root element", offsets.of(at));
        }
        int to = end - "]]>".length();
        if (to > from) {
            append(
                    current,
                    new XmlText(
                            XmlText.Kind.CDATA, offsets.of(from), offsets.of(to), CharacterData.cdata(text, from, to)));
        }
        at = end;
    }

    private void startTag() {
        if (current == null && root != null) {
            throw XmlFaults.corrupt("A second root element", offsets.of(at));
        }
        if (outerScopes.size() >= options.maxDepth()) {
            throw XmlFaults.tooMany("levels of elements", options.maxDepth());
        }
        int start = offsets.of(at);
        Tag tag = tags.scan(at, scope, names);
        Namespaces inner = tag.scope();
        XmlElement element = new XmlElement(
                current,
                tag.name(),
                inner.ofElement(tag.name(), start),
                start,
                offsets.of(tag.end()),
                tag.attributes());
        elements++;
        attributes += tag.attributes().size();
        nodes += tag.attributes().size();
        if (current == null) {
            root = element;
            countNode();
        } else {
            append(current, element);
        }
        at = tag.end();
        if (tag.isEmpty()) {
            element.close(element.contentStart(), element.contentStart());
        } else {
            outerScopes.add(scope);
            scope = inner;
            current = element;
        }
    }

    private void endTag() {
        XmlElement element = current;
        if (element == null) {
            throw XmlFaults.corrupt("An end tag without start tag", offsets.of(at));
        }
        String name = element.qualifiedName();
        int end = at + 2 + name.length();
        boolean same = text.startsWith(name, at + 2);
        while (end < length && text.charAt(end) <= ' ') {
            end++;
        }
        if (!same || (end < length && text.charAt(end) != '>')) {
            throw XmlFaults.corrupt("An end tag that does not fit", offsets.of(at));
        }
        if (end >= length) {
            throw XmlFaults.truncated("an end tag");
        }
        element.close(offsets.of(at), offsets.of(end + 1));
        scope = outerScopes.remove(outerScopes.size() - 1);
        current = element.parent();
        at = end + 1;
    }

    private void append(XmlElement parent, XmlNode node) {
        countNode();
        parent.add(node);
    }

    private void countNode() {
        if (++nodes > options.maxPlaces()) {
            throw XmlFaults.tooMany("nodes", options.maxPlaces());
        }
    }

    private int behind(String mark, int from, String what) {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw XmlFaults.truncated(what);
        }
        return found + mark.length();
    }
}
