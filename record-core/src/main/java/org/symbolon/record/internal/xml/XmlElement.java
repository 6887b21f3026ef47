package org.symbolon.record.internal.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element of a document. Filled by {@link XmlScanner}; unmodifiable for everybody else. */
public final class XmlElement implements XmlNode {
    /** Namespace of namespace declarations. */
    public static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** Namespace of {@code xml:lang} and the like. */
    public static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** Namespace of {@code xsi:type} and the like. */
    public static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final @Nullable XmlElement parent;
    private final String qualifiedName;
    private final String namespace;
    private final String name;
    private final int start;
    private final int contentStart;
    private final List<XmlAttribute> attributes;
    private List<XmlNode> children = List.of();
    private int contentEnd;
    private int end;

    XmlElement(
            @Nullable XmlElement parent,
            String qualifiedName,
            String namespace,
            int start,
            int contentStart,
            List<XmlAttribute> attributes) {
        this.parent = parent;
        this.qualifiedName = qualifiedName;
        this.namespace = namespace;
        this.name = qualifiedName.substring(qualifiedName.indexOf(':') + 1);
        this.start = start;
        this.contentStart = contentStart;
        this.attributes = attributes;
    }

    void add(XmlNode child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    void close(int contentEndOffset, int endOffset) {
        contentEnd = contentEndOffset;
        end = endOffset;
    }

    /** Null for the root. */
    public @Nullable XmlElement parent() {
        return parent;
    }

    /** Empty where none is declared. */
    public String namespace() {
        return namespace;
    }

    /** Local name. */
    public String name() {
        return name;
    }

    String qualifiedName() {
        return qualifiedName;
    }

    public boolean is(String wantedNamespace, String wantedName) {
        return name.equals(wantedName) && namespace.equals(wantedNamespace);
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int end() {
        return end;
    }

    /** Behind the start tag; equal to {@link #end} of an element without end tag. */
    public int contentStart() {
        return contentStart;
    }

    /** Before the end tag. */
    public int contentEnd() {
        return contentEnd;
    }

    public List<XmlAttribute> attributes() {
        return Collections.unmodifiableList(attributes);
    }

    /** Elements, texts, comments and processing instructions as they follow each other. */
    public List<XmlNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** Value of the attribute of that name and no namespace; empty where there is none. */
    public String attribute(String wantedName) {
        return attribute("", wantedName).orElse("");
    }

    public Optional<String> attribute(String wantedNamespace, String wantedName) {
        for (XmlAttribute attribute : attributes) {
            if (attribute.name().equals(wantedName) && attribute.namespace().equals(wantedNamespace)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** The child elements. */
    public List<XmlElement> elements() {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode child : children) {
            if (child instanceof XmlElement element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The child elements of that local name, whatever their namespace. */
    public List<XmlElement> elements(String wantedName) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode child : children) {
            if (child instanceof XmlElement element && element.name.equals(wantedName)) {
                found.add(element);
            }
        }
        return found;
    }

    /** The first child element of the first name, its first child element of the second name, and so on. */
    public Optional<XmlElement> first(String... names) {
        XmlElement at = this;
        for (String wanted : names) {
            List<XmlElement> found = at.elements(wanted);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get(0);
        }
        return Optional.of(at);
    }

    /** All text inside, elements within included, as it stands. */
    public String text() {
        StringBuilder text = new StringBuilder();
        collectText(text);
        return text.toString();
    }

    private void collectText(StringBuilder text) {
        for (XmlNode child : children) {
            if (child instanceof XmlText run) {
                text.append(run.text());
            } else if (child instanceof XmlElement element) {
                element.collectText(text);
            }
        }
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "<" + qualifiedName + "> at " + start;
    }
}
