package org.symbolon.record.internal.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads start tags. Used by {@link XmlScanner} alone, which asks for tags in their order. */
final class TagScanner {
    private static final int MOST_ATTRIBUTES = 256;
    private static final int LONGEST_NAME = 200;

    private final String text;
    private final ByteOffsets offsets;

    TagScanner(String text, ByteOffsets offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    /** The tag that begins with the character of that index. */
    Tag scan(int from, Namespaces outer, Map<String, String> names) {
        int at = nameEnd(from + 1);
        String name = name(from + 1, at, names);
        List<Raw> raws = List.of();
        while (true) {
            int before = at;
            at = skipBlank(at);
            char c = character(at);
            if (c == '>' || c == '/') {
                boolean empty = c == '/';
                if (empty && character(at + 1) != '>') {
                    throw XmlFaults.corrupt("A stray slash in a tag", offsets.of(at));
                }
                return tag(name, raws, outer, empty, at + (empty ? 2 : 1));
            }
            if (at == before) {
                throw XmlFaults.corrupt("A tag that is not well formed", offsets.of(at));
            }
            if (raws.isEmpty()) {
                raws = new ArrayList<>(4);
            } else if (raws.size() >= MOST_ATTRIBUTES) {
                throw XmlFaults.tooMany("attributes in a tag", MOST_ATTRIBUTES);
            }
            Raw raw = attribute(before, at, names);
            raws.add(raw);
            at = raw.valueTo + 1;
        }
    }

    private Raw attribute(int start, int nameFrom, Map<String, String> names) {
        int nameTo = nameEnd(nameFrom);
        String name = name(nameFrom, nameTo, names);
        int equals = skipBlank(nameTo);
        if (character(equals) != '=') {
            throw XmlFaults.corrupt("An attribute without value", offsets.of(equals));
        }
        int quote = skipBlank(equals + 1);
        char mark = character(quote);
        if (mark != '"' && mark != '\'') {
            throw XmlFaults.corrupt("An attribute without quotes", offsets.of(quote));
        }
        int to = text.indexOf(mark, quote + 1);
        if (to < 0) {
            throw XmlFaults.truncated("an attribute");
        }
        return new Raw(name, start, quote + 1, to);
    }

    /** Prefixes are resolved behind the whole tag, since a declaration may follow its use. */
    private Tag tag(String name, List<Raw> raws, Namespaces outer, boolean empty, int end) {
        Namespaces scope = outer;
        for (Raw raw : raws) {
            if (raw.declares()) {
                scope = scope.with(raw.name.equals("xmlns") ? "" : raw.localName(), value(raw));
            }
        }
        List<XmlAttribute> attributes = raws.isEmpty() ? List.of() : new ArrayList<>(raws.size());
        for (Raw raw : raws) {
            // Offsets are asked for in their order, so the value comes before its end.
            int start = offsets.of(raw.start);
            String namespace = raw.declares() ? XmlElement.XMLNS : scope.ofAttribute(raw.name, start);
            int from = offsets.of(raw.valueFrom);
            String value = value(raw);
            int to = offsets.of(raw.valueTo);
            int after = offsets.of(raw.valueTo + 1);
            attributes.add(new XmlAttribute(namespace, raw.localName(), start, from, to, after, value));
        }
        return new Tag(name, attributes, scope, empty, end);
    }

    private String value(Raw raw) {
        String value = CharacterData.attribute(text, raw.valueFrom, raw.valueTo);
        if (value == null) {
            throw XmlFaults.corrupt("An unknown entity in an attribute", offsets.of(raw.valueFrom));
        }
        return value;
    }

    private int nameEnd(int from) {
        int to = from;
        while (isNameCharacter(character(to))) {
            to++;
        }
        if (to == from || to - from > LONGEST_NAME) {
            throw XmlFaults.corrupt("No name, or too long a one,", offsets.of(from));
        }
        return to;
    }

    private static boolean isNameCharacter(char c) {
        return c > ' ' && c != '=' && c != '>' && c != '/' && c != '<' && c != '"' && c != '\'' && c != '&';
    }

    private String name(int from, int to, Map<String, String> names) {
        return names.computeIfAbsent(text.substring(from, to), name -> name);
    }

    private int skipBlank(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private char character(int at) {
        if (at >= text.length()) {
            throw XmlFaults.truncated("a tag");
        }
        return text.charAt(at);
    }

    private record Raw(String name, int start, int valueFrom, int valueTo) {
        boolean declares() {
            return name.equals("xmlns") || name.startsWith("xmlns:");
        }

        String localName() {
            return name.substring(name.indexOf(':') + 1);
        }
    }
}
